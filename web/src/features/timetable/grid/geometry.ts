/**
 * Where a session lies on the grid, in minutes of a day and in columns: snapped, kept within the day, and moved or
 * stretched by a hand or by keys. No dates and no pixels but the scale; docs/domain/timetable.md has the words.
 */
import { DAY_MINUTES } from '@/lib/wall-time'

/** Everything that is dragged comes to rest on quarters of an hour, or on the edge of a slot nearby. */
export const SNAP = 15
export const LONGEST = DAY_MINUTES
/** An edge of a slot within so many minutes is meant, although a quarter of an hour may be nearer. */
const REACH = 8

/** Minutes from `starts` up to, not including, `ends`. */
export interface Stretch {
  starts: number
  ends: number
}

/** A session's place: a column of the grid, its first minute and how many it has; it may end on the next day. */
export interface Place {
  day: number
  starts: number
  minutes: number
}

export const endOf = ({ starts, minutes }: Pick<Place, 'starts' | 'minutes'>): number => starts + minutes

export const samePlace = (a: Place, b: Place): boolean =>
  a.day === b.day && a.starts === b.starts && a.minutes === b.minutes

const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

/** The nearest edge of a slot within reach, else the nearest quarter of an hour. */
export function snapped(minute: number, edges: readonly number[] = []): number {
  const near = edges
    .filter((edge) => Math.abs(edge - minute) <= REACH)
    .toSorted((a, b) => Math.abs(a - minute) - Math.abs(b - minute))[0]
  return near ?? Math.round(minute / SNAP) * SNAP
}

export interface Bounds {
  /** How many columns there are. */
  days: number
  /** Edges of slots, in minutes. */
  edges: readonly number[]
  /** The first minute that is drawn. */
  top: number
}

/** Moved by so many columns and minutes; the length stays, and it begins within the day. */
export function movedBy(place: Place, by: { days: number; minutes: number }, bounds: Bounds): Place {
  const starts = by.minutes === 0 ? place.starts : snapped(place.starts + by.minutes, bounds.edges)
  return {
    day: within(place.day + by.days, 0, bounds.days - 1),
    starts: within(starts, Math.min(bounds.top, place.starts), DAY_MINUTES - SNAP),
    minutes: place.minutes,
  }
}

/** Its first minute moved, the last one kept. */
export function startMovedBy(place: Place, minutes: number, bounds: Bounds): Place {
  const ends = endOf(place)
  const wanted = snapped(place.starts + minutes, bounds.edges)
  const starts = within(
    wanted,
    Math.max(Math.min(bounds.top, place.starts), ends - LONGEST),
    ends - least(place),
  )
  return {
    ...place,
    starts: Math.min(starts, DAY_MINUTES - 1),
    minutes: ends - Math.min(starts, DAY_MINUTES - 1),
  }
}

/** Its end moved, the beginning kept. */
export function endMovedBy(place: Place, minutes: number, bounds: Bounds): Place {
  const wanted = snapped(endOf(place) + minutes, bounds.edges)
  return { ...place, minutes: within(wanted - place.starts, least(place), LONGEST) }
}

/** What is shorter than the snap stays as short. */
const least = ({ minutes }: Place) => Math.min(SNAP, minutes)

/** What is drawn with the mouse from one minute to another of a day, up or down. */
export function drawn(day: number, from: number, to: number, edges: readonly number[]): Place {
  const [first, last] = from <= to ? [from, to] : [to, from]
  const starts = within(snapped(first, edges), 0, DAY_MINUTES - SNAP)
  const ends = Math.max(snapped(last, edges), starts + SNAP)
  return { day, starts, minutes: Math.min(ends - starts, LONGEST) }
}

/** Where a session goes that is asked for at a minute: the slot there, else a quarter of an hour before it. */
export function slotAt(day: number, minute: number, slots: readonly Stretch[], minutes: number): Place {
  const slot = slots.find(({ starts, ends }) => starts <= minute && minute < ends)
  if (slot) return { day, starts: slot.starts, minutes: slot.ends - slot.starts }
  const starts = within(Math.floor(minute / SNAP) * SNAP, 0, DAY_MINUTES - SNAP)
  return { day, starts, minutes: within(minutes, 1, LONGEST) }
}

/** A part of a block within one column: what runs past midnight goes on at the top of the next one. */
export interface Piece<B> {
  block: B
  day: number
  starts: number
  ends: number
  /** It began on the day before. */
  isContinued: boolean
  /** It ends on the next day. */
  goesOn: boolean
}

/** Every block in pieces of one day each. `nextOf` answers the column after another, or undefined where none is. */
export function piecesOf<B extends Place>(
  blocks: readonly B[],
  nextOf: (day: number) => number | undefined,
): Piece<B>[] {
  return blocks.flatMap((block) => {
    const ends = endOf(block)
    const goesOn = ends > DAY_MINUTES
    const { day, starts } = block
    const first = { block, day, starts, ends: Math.min(ends, DAY_MINUTES), isContinued: false, goesOn }
    const next = goesOn ? nextOf(day) : undefined
    if (next === undefined) return [first]
    return [
      first,
      { block, day: next, starts: 0, ends: ends - DAY_MINUTES, isContinued: true, goesOn: false },
    ]
  })
}

/** The hours to draw: the day, widened by whole hours to whatever is to be seen. */
export function shownHours(day: Stretch, pieces: readonly Stretch[]): Stretch {
  const first = Math.min(...pieces.map(({ starts }) => starts))
  const last = Math.max(...pieces.map(({ ends }) => ends))
  return {
    starts: first < day.starts ? Math.floor(first / 60) * 60 : day.starts,
    ends: last > day.ends ? Math.min(DAY_MINUTES, Math.ceil(last / 60) * 60) : day.ends,
  }
}
