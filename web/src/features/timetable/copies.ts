/**
 * A day of the pattern copied onto another. The same rule as the server's (docs/domain/timetable.md), so that the copies
 * are made and shown without it, each with an id of its own.
 */
import type { SessionCreate, SessionRead, Weekday } from '@/api'
import { minutesOf } from '@/lib/wall-time'
import { bodyOf } from './moves'

/** A weekday of one week of the rotation, or of all its weeks together. */
export interface PatternDay {
  weekday: Weekday
  week: number | null
}

export interface Copy {
  body: SessionCreate
  /** Why every date is cancelled; null where it takes place. */
  cancelled: string | null
}

/** What makes two sessions the same to whoever looks at them. */
const likeness = ({ weekday, week, starts, minutes, kind, subject, location }: SessionCreate) =>
  JSON.stringify([weekday, week ?? null, minutesOf(starts), minutes, kind, subject, location])

/** Onto a weekday of all weeks each keeps its own week. What the target has already is not copied again. */
export function copiesOf(sessions: readonly SessionRead[], from: PatternDay, to: PatternDay): Copy[] {
  const taken = new Set(sessions.map((session) => likeness(bodyOf(session))))
  return sessions
    .filter(
      ({ weekday, week }) =>
        weekday === from.weekday && (from.week === null || week === null || week === from.week),
    )
    .flatMap((session) => {
      const body = { ...bodyOf(session), weekday: to.weekday, week: to.week ?? session.week }
      if (taken.has(likeness(body)) || taken.has(likeness({ ...body, week: null }))) return []
      taken.add(likeness(body))
      return [{ body, cancelled: session.is_cancelled ? session.reason : null }]
    })
}
