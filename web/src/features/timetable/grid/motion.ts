/** The keyboard on the grid: which session is next in a direction, and how a session that was picked up moves. Pure. */
import {
  type Bounds,
  endMovedBy,
  endOf,
  movedBy,
  type Place,
  SNAP,
  type Stretch,
  startMovedBy,
} from './geometry'

export interface Press {
  key: string
  shiftKey: boolean
  altKey: boolean
}

const HOUR = 60

const steps: Record<string, { days: number; minutes: number }> = {
  ArrowUp: { days: 0, minutes: -SNAP },
  ArrowDown: { days: 0, minutes: SNAP },
  ArrowLeft: { days: -1, minutes: 0 },
  ArrowRight: { days: 1, minutes: 0 },
  PageUp: { days: 0, minutes: -HOUR },
  PageDown: { days: 0, minutes: HOUR },
}

/** Where a session that was picked up goes: arrows move it, with Shift its end, with Alt its start. */
export function placeAfter(
  place: Place,
  { key, shiftKey, altKey }: Press,
  bounds: Bounds,
): Place | undefined {
  const step = steps[key]
  if (!step) return undefined
  // By keys the whole day can be reached, and every quarter of an hour.
  const all = { ...bounds, top: 0, edges: [] }
  if (!shiftKey && !altKey) return movedBy(place, step, all)
  if (step.minutes === 0) return place
  return shiftKey ? endMovedBy(place, step.minutes, all) : startMovedBy(place, step.minutes, all)
}

type Seat = Place & { key: string }

const byTime = (a: Seat, b: Seat) => a.starts - b.starts || endOf(b) - endOf(a)

/** The session that an arrow leads to: up and down within the day, to the sides the nearest in time. */
export function neighbourOf<S extends Seat>(seats: readonly S[], current: S, key: string): S | undefined {
  const day = seats.filter((seat) => seat.day === current.day).toSorted(byTime)
  const at = day.findIndex((seat) => seat.key === current.key)
  switch (key) {
    case 'ArrowUp':
      return day[at - 1]
    case 'ArrowDown':
      return day[at + 1]
    case 'Home':
      return day[0]
    case 'End':
      return day.at(-1)
    case 'ArrowLeft':
      return nearest(seats, current, -1)
    case 'ArrowRight':
      return nearest(seats, current, 1)
    default:
      return undefined
  }
}

function nearest<S extends Seat>(seats: readonly S[], { day, starts }: S, way: 1 | -1): S | undefined {
  const beyond = seats.filter((seat) => (seat.day - day) * way > 0)
  const next = Math.min(...beyond.map((seat) => (seat.day - day) * way))
  return beyond
    .filter((seat) => (seat.day - day) * way === next)
    .toSorted((a, b) => Math.abs(a.starts - starts) - Math.abs(b.starts - starts))[0]
}

/** Whether two stretches share a minute. */
export const meets = (a: Stretch, b: Stretch): boolean => a.starts < b.ends && b.starts < a.ends

/** What a place would share minutes with, told while it moves: what the server says after it stands is final. */
export function metAt<S extends Seat>(
  place: Place,
  breaks: readonly Stretch[],
  others: readonly S[],
): { breaks: Stretch[]; sessions: S[] } {
  const own = { starts: place.starts, ends: endOf(place) }
  return {
    breaks: breaks.filter((pause) => meets(own, pause)),
    sessions: others.filter(
      (other) => other.day === place.day && meets(own, { starts: other.starts, ends: endOf(other) }),
    ),
  }
}
