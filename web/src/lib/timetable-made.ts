/**
 * A routine that was made here and that the server has not heard of, as it will be. Its dates are the server's to say;
 * its day is laid out by the same rule as there (docs/domain/timetable.md).
 */
import type { RoutineCreate, RoutineRead, SlotRead } from '@/api'
import type { Op } from './outbox'
import { routineOpOf } from './timetable-ops'
import { DAY_MINUTES, endMinutesOf, minutesOf, wallTime } from './wall-time'

type Grid = Pick<RoutineRead, 'day_starts' | 'day_ends' | 'session_minutes' | 'breaks'>

interface Stretch {
  starts: number
  ends: number
}

/** Within the day, those that overlap or touch as one. A break of the day before may run into this one. */
function breaksOf({ breaks }: Grid, day: Stretch): Stretch[] {
  const found = breaks
    .flatMap(({ starts, minutes }) =>
      [-DAY_MINUTES, 0].map((shift) => ({
        starts: Math.max(day.starts, minutesOf(starts) + shift),
        ends: Math.min(day.ends, minutesOf(starts) + minutes + shift),
      })),
    )
    .filter(({ starts, ends }) => starts < ends)
    .toSorted((a, b) => a.starts - b.starts)
  const merged: Stretch[] = []
  for (const pause of found) {
    const last = merged.at(-1)
    if (last && pause.starts <= last.ends) last.ends = Math.max(last.ends, pause.ends)
    else merged.push({ ...pause })
  }
  return merged
}

function slotsBetween(first: number, last: number, minutes: number): SlotRead[] {
  const count = Math.max(0, Math.ceil((last - first) / minutes))
  return Array.from({ length: count }, (_, index) => {
    const starts = first + index * minutes
    const ends = Math.min(starts + minutes, last)
    const kind = ends - starts === minutes ? 'slot' : 'rest'
    return { kind, starts: wallTime(starts), ends: wallTime(ends) }
  })
}

/** The day from its start to its end without a gap: slots anew after each break. */
export function daySlots(grid: Grid): SlotRead[] {
  const day = { starts: minutesOf(grid.day_starts), ends: endMinutesOf(grid.day_ends) }
  const slots: SlotRead[] = []
  let from = day.starts
  for (const { starts, ends } of breaksOf(grid, day)) {
    slots.push(...slotsBetween(from, starts, grid.session_minutes))
    slots.push({ kind: 'break', starts: wallTime(starts), ends: wallTime(ends) })
    from = ends
  }
  return [...slots, ...slotsBetween(from, day.ends, grid.session_minutes)]
}

/** The routine of this id, if the making of it waits to be sent. */
export function madeRoutine(id: string, waiting: readonly Op[]): RoutineRead | undefined {
  const ops = waiting.flatMap((op) => routineOpOf(op) ?? []).filter(({ routineId }) => routineId === id)
  const made = ops.flatMap(({ write }) => (write.kind === 'save' ? [write.body] : []))[0]
  return made && asRead(id, made)
}

function asRead(id: string, body: RoutineCreate): RoutineRead {
  const grid = {
    day_starts: body.day_starts ?? '08:00',
    day_ends: body.day_ends ?? '17:00',
    session_minutes: body.session_minutes ?? 75,
    breaks: body.breaks ?? [],
  }
  return {
    ...grid,
    id,
    name: body.name,
    hidden_days: body.hidden_days ?? [],
    valid_from: body.valid_from ?? null,
    valid_to: body.valid_to ?? null,
    rotation_weeks: body.rotation_weeks ?? 1,
    holidays: (body.holidays ?? []).map((holiday) => ({ name: '', ...holiday })),
    starts_on: body.valid_from ?? '',
    this_week: 1,
    position: Number.MAX_SAFE_INTEGER,
    share: null,
    created_at: '',
    updated_at: '',
    sessions: [],
    slots: daySlots(grid),
  }
}
