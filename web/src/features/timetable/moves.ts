/** What a session's new place on the grid, a cancellation or its end mean as writes, and what takes them back. Pure. */
import type { DateMove, SessionCreate, SessionRead, SessionUpdate } from '@/api'
import type { SessionWrite } from '@/lib/timetable-ops'
import { minutesOf, wallTime } from '@/lib/wall-time'
import type { Block, GridDay } from './grid/blocks'
import type { Place } from './grid/geometry'

/** A write and the one that takes it back. */
export interface Change {
  write: SessionWrite
  back: SessionWrite
}

/** The fields of a session that it can be made anew from. */
export const bodyOf = ({
  kind,
  weekday,
  week,
  starts,
  minutes,
  subject,
  location,
  note,
  color,
  theme_id,
}: SessionRead): SessionCreate => ({
  kind,
  weekday,
  week,
  starts,
  minutes,
  subject,
  location,
  note,
  color,
  theme_id,
})

/** Every week: only what has changed. */
export function seriesMove(session: SessionRead, place: Place, day: GridDay): SessionUpdate {
  const starts = wallTime(place.starts)
  return {
    ...(day.weekday !== session.weekday && { weekday: day.weekday }),
    ...(starts !== session.starts && { starts }),
    ...(place.minutes !== session.minutes && { minutes: place.minutes }),
  }
}

const moveOf = (session: SessionRead, date: string): SessionWrite => {
  const move = session.moves.find(({ planned_on }) => planned_on === date)
  if (!move) return { kind: 'move-back', date }
  const { on, starts, minutes, location } = move
  return { kind: 'move', date, body: { on, starts, minutes, location } }
}

/** Only this date: nothing to it where it comes to stand as planned. */
export function dateMove(session: SessionRead, date: string, place: Place, on: string): Change {
  const isAsPlanned =
    on === date && place.starts === minutesOf(session.starts) && place.minutes === session.minutes
  const before = session.moves.find(({ planned_on }) => planned_on === date)
  const body: DateMove = {
    on,
    starts: wallTime(place.starts),
    minutes: place.minutes,
    ...(before?.location && { location: before.location }),
  }
  return {
    write: isAsPlanned ? { kind: 'move-back', date } : { kind: 'move', date, body },
    back: moveOf(session, date),
  }
}

export const moveBack = (session: SessionRead, date: string): Change => ({
  write: { kind: 'move-back', date },
  back: moveOf(session, date),
})

/** One date, or in the pattern everything. */
export function cancelling(date: string | null, reason = '', until?: string): Change {
  if (date === null) return { write: { kind: 'cancel-series', reason }, back: { kind: 'restore-series' } }
  return { write: { kind: 'cancel', date, until, reason }, back: { kind: 'uncancel', date, until } }
}

/** What lets it take place again; nothing for a holiday, which is the routine's. */
export function restoring({ state, scope, reason, plannedOn }: Block): Change | undefined {
  if (state !== 'cancelled' || scope === 'holiday') return undefined
  const cancelled = cancelling(scope === 'series' ? null : plannedOn, reason)
  return { write: cancelled.back, back: cancelled.write }
}

/** The range that cancels a date. */
export function rangeOf(session: SessionRead, date: string | null) {
  return session.cancellations.find(
    ({ scope, first_on, last_on }) =>
      scope === 'range' && date !== null && (first_on ?? '') <= date && date <= (last_on ?? ''),
  )
}
