/** The document of a week until the server has answered: what a write makes of its occurrences, pure. */
import type { OccurrenceRead, RoutineRead, RoutineWeek, SessionRead } from '@/api'
import type { Op } from './outbox'
import { sessionsAfter, sessionsOf } from './timetable'
import { type SessionOp, type SessionWrite, sessionOpOf } from './timetable-ops'
import { minutesOf, wallTime } from './wall-time'

/** The week as it will be once everything that waits has been sent. */
export function weekWith(week: RoutineWeek, routine: RoutineRead, waiting: readonly Op[]): RoutineWeek {
  let sessions = sessionsOf(routine)
  let shown = week
  for (const op of waiting) {
    const own = sessionOpOf(op)
    if (own?.routineId !== week.routine_id) continue
    sessions = sessionsAfter(sessions, own, routine.session_minutes)
    shown = weekAfter(shown, own, sessions.shown.get(own.sessionId))
  }
  const { gone } = sessions
  return { ...shown, occurrences: shown.occurrences.filter(({ session_id }) => !gone.has(session_id)) }
}

/** The week after one write; `session` is what the write makes of the session, where it is known. */
export function weekAfter(
  week: RoutineWeek,
  { sessionId, write }: SessionOp,
  session: SessionRead | undefined,
): RoutineWeek {
  const isOwn = ({ session_id }: OccurrenceRead) => session_id === sessionId
  const own = week.occurrences.filter(isOwn)
  const after = occurrencesAfter(own, write, { week, session })
  return { ...week, occurrences: [...week.occurrences.filter((each) => !isOwn(each)), ...after] }
}

interface Known {
  week: RoutineWeek
  session: SessionRead | undefined
}

function occurrencesAfter(own: OccurrenceRead[], write: SessionWrite, known: Known): OccurrenceRead[] {
  switch (write.kind) {
    case 'save':
    case 'update':
      return known.session ? replanned(own, known.session, known.week) : own
    case 'delete':
    case 'restore':
      return own
    case 'cancel-series':
      return own.map((each) => cancelled(each, { scope: 'series', first_on: null, last_on: null, ...write }))
    case 'restore-series':
      return own.map((each) => (each.cancellation?.scope === 'series' ? restored(each) : each))
    default:
      return dateAfter(own, write, known)
  }
}

type DateWrite = Extract<SessionWrite, { date: string }>

function dateAfter(own: OccurrenceRead[], write: DateWrite, { week, session }: Known): OccurrenceRead[] {
  const { date } = write
  const isDate = ({ planned_on }: OccurrenceRead) => planned_on === date
  switch (write.kind) {
    case 'cancel': {
      const { until, reason } = write
      if (!until)
        return own.map((each) =>
          isDate(each) ? cancelled(each, { scope: 'date', first_on: date, last_on: date, reason }) : each,
        )
      const by = { scope: 'range' as const, first_on: date, last_on: until, reason }
      return own.map((each) => (date <= each.on && each.on <= until ? cancelled(each, by) : each))
    }
    case 'uncancel':
      return own.map((each) => (isTakenBack(each, write) ? restored(each) : each))
    case 'move': {
      const base = own.find(isDate)
      const rest = own.filter((each) => !isDate(each))
      return base ? [...rest, ...moved(base, write, week)] : own
    }
    case 'move-back':
      return session
        ? [...own.filter((each) => !isDate(each)), ...planned(session, week).filter(isDate)]
        : own
    default:
      return own.map((each) => (isDate(each) ? { ...each, is_done: write.kind === 'tick' } : each))
  }
}

type By = NonNullable<OccurrenceRead['cancellation']>

const cancelled = (each: OccurrenceRead, { scope, first_on, last_on, reason }: By): OccurrenceRead =>
  each.state === 'moved_away'
    ? each
    : { ...each, state: 'cancelled', cancellation: { scope, first_on, last_on, reason }, warnings: [] }

const restored = (each: OccurrenceRead): OccurrenceRead => ({
  ...each,
  state: each.on === each.planned_on ? 'planned' : 'moved_here',
  cancellation: null,
})

function isTakenBack(
  { planned_on, cancellation }: OccurrenceRead,
  { date, until }: { date: string; until?: string | undefined },
) {
  if (!cancellation || cancellation.scope === 'series') return false
  return until ? cancellation.first_on === date && cancellation.last_on === until : planned_on === date
}

function moved(
  base: OccurrenceRead,
  { date, body }: Extract<SessionWrite, { kind: 'move' }>,
  week: RoutineWeek,
): OccurrenceRead[] {
  const minutes = body.minutes ?? base.minutes
  const here: OccurrenceRead = {
    ...base,
    on: body.on,
    starts: body.starts,
    minutes,
    ends: wallTime(minutesOf(body.starts) + minutes),
    location: body.location ?? base.location,
    state: 'moved_here',
    moved_to: null,
    warnings: [],
  }
  const away: OccurrenceRead = { ...base, on: date, state: 'moved_away', moved_to: body.on, warnings: [] }
  const shown = body.on === date ? [here] : [away, here]
  return shown.filter(({ on }) => week.days.some((day) => day.date === on))
}

/** What stood where the pattern had it stands where it has it now; dates that were moved stay where they are. */
function replanned(own: OccurrenceRead[], session: SessionRead, week: RoutineWeek): OccurrenceRead[] {
  const isMoved = ({ state }: OccurrenceRead) => state === 'moved_away' || state === 'moved_here'
  const before = own.find((each) => !isMoved(each))
  const now = planned(session, week).map((each) => ({
    ...each,
    ...(before && { state: before.state, cancellation: before.cancellation, is_done: before.is_done }),
  }))
  const kept = own.filter(isMoved).map((each) => ({
    ...each,
    subject: session.subject,
    color: session.color,
    theme_id: session.theme_id,
    kind: session.kind,
  }))
  return [...(kept.length > 0 && !before ? [] : now), ...kept]
}

/** The dates that a session has in a week by its pattern. */
function planned(session: SessionRead, week: RoutineWeek): OccurrenceRead[] {
  const isInWeek = session.week === null || session.week === week.week
  const days = week.days.filter((day) => isInWeek && day.in_force && day.weekday === session.weekday)
  return days.map(({ date, holiday }) => ({
    session_id: session.id,
    kind: session.kind,
    subject: session.subject,
    note: session.note,
    color: session.color,
    theme_id: session.theme_id,
    weekday: session.weekday,
    planned_on: date,
    on: date,
    starts: session.starts,
    minutes: session.minutes,
    ends: session.ends,
    location: session.location,
    state: holiday === null && !session.is_cancelled ? 'planned' : 'cancelled',
    cancellation: cancellationOf(session, date, holiday),
    moved_to: null,
    is_done: false,
    lane: { index: 0, count: 1 },
    warnings: [],
  }))
}

function cancellationOf(session: SessionRead, date: string, holiday: string | null): By | null {
  if (session.is_cancelled) return { scope: 'series', first_on: null, last_on: null, reason: session.reason }
  return holiday === null ? null : { scope: 'holiday', first_on: date, last_on: date, reason: holiday }
}
