/**
 * The timetable as it is shown until the server has answered: a routine with what waits in the outbox. Pure functions
 * of cached documents; what sessions meet and how the day is laid out stay the server's to say.
 */
import type {
  CancellationRead,
  MoveRead,
  RoutineRead,
  RoutineSummary,
  RoutineUpdate,
  SessionCreate,
  SessionRead,
  SessionUpdate,
} from '@/api'
import type { Op } from './outbox'
import { daySlots } from './timetable-made'
import { routineOpOf, type SessionOp, type SessionWrite, sessionOpOf } from './timetable-ops'
import { minutesOf, wallTime } from './wall-time'

/** Without those that are not given. */
const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>

const withEnd = (session: SessionRead): SessionRead => ({
  ...session,
  ends: wallTime(minutesOf(session.starts) + session.minutes),
})

/** A session that the server has not seen yet. */
export function madeSession(
  key: { routineId: string; sessionId: string },
  body: SessionCreate,
  usualMinutes: number,
): SessionRead {
  return withEnd({
    kind: 'class',
    week: null,
    location: '',
    note: '',
    color: null,
    theme_id: null,
    ends: '',
    is_cancelled: false,
    reason: '',
    cancellations: [],
    moves: [],
    warnings: [],
    updated_at: '',
    ...given(body),
    minutes: body.minutes ?? usualMinutes,
    id: key.sessionId,
    routine_id: key.routineId,
    weekday: body.weekday,
    starts: body.starts,
    subject: body.subject,
  })
}

const isOfDate = (date: string) => (found: CancellationRead) =>
  found.scope === 'date' && found.first_on === date

const isOfRange = (first: string, last: string) => (found: CancellationRead) =>
  found.scope === 'range' && found.first_on === first && found.last_on === last

const isOfSeries = ({ scope }: CancellationRead) => scope === 'series'

function replaced(
  { cancellations }: SessionRead,
  same: (found: CancellationRead) => boolean,
  by?: CancellationRead,
): CancellationRead[] {
  return [...cancellations.filter((found) => !same(found)), ...(by ? [by] : [])]
}

function withDates(session: SessionRead, write: Extract<SessionWrite, { date: string }>): SessionRead {
  const { date } = write
  const without = session.moves.filter(({ planned_on }) => planned_on !== date)
  switch (write.kind) {
    case 'cancel': {
      const { until, reason } = write
      const by: CancellationRead = {
        scope: until ? 'range' : 'date',
        first_on: date,
        last_on: until ?? date,
        reason,
      }
      return {
        ...session,
        cancellations: replaced(session, until ? isOfRange(date, until) : isOfDate(date), by),
      }
    }
    case 'uncancel':
      return {
        ...session,
        cancellations: replaced(session, write.until ? isOfRange(date, write.until) : isOfDate(date)),
      }
    case 'move':
      return { ...session, moves: [...without, asMove(session, date, write.body)] }
    case 'move-back':
      return { ...session, moves: without }
    default:
      return session
  }
}

const asMove = (
  session: SessionRead,
  planned_on: string,
  body: Extract<SessionWrite, { kind: 'move' }>['body'],
): MoveRead => ({
  planned_on,
  on: body.on,
  starts: body.starts,
  minutes: body.minutes ?? session.minutes,
  location: body.location ?? null,
})

/** The session after a write; deleting and restoring leave it as it is. */
export function sessionAfter(session: SessionRead, write: SessionWrite): SessionRead {
  switch (write.kind) {
    case 'save':
    case 'update':
      return withEnd({ ...session, ...(given<SessionUpdate>(write.body) as Partial<SessionRead>) })
    case 'cancel-series': {
      const by = { scope: 'series' as const, first_on: null, last_on: null, reason: write.reason }
      return {
        ...session,
        is_cancelled: true,
        reason: write.reason,
        cancellations: replaced(session, isOfSeries, by),
      }
    }
    case 'restore-series':
      return { ...session, is_cancelled: false, reason: '', cancellations: replaced(session, isOfSeries) }
    case 'delete':
    case 'restore':
      return session
    default:
      return withDates(session, write)
  }
}

/** The sessions of a routine after one write, those that are deleted aside. */
interface Sessions {
  shown: ReadonlyMap<string, SessionRead>
  gone: ReadonlySet<string>
}

export function sessionsAfter(
  { shown, gone }: Sessions,
  { write, ...key }: SessionOp,
  usualMinutes: number,
): Sessions {
  const id = key.sessionId
  const before = shown.get(id)
  const made = write.kind === 'save' && !before ? madeSession(key, write.body, usualMinutes) : undefined
  const after = made ?? (before && sessionAfter(before, write))
  const left = new Set(gone)
  if (write.kind === 'delete') left.add(id)
  else if (write.kind === 'restore' || write.kind === 'save') left.delete(id)
  return { shown: after ? new Map(shown).set(id, after) : shown, gone: left }
}

export const sessionsOf = ({ sessions }: RoutineRead): Sessions => ({
  shown: new Map(sessions.map((session) => [session.id, session])),
  gone: new Set(),
})

/** Its slots follow what was changed of the day. */
const laidOut = (routine: RoutineRead, change: RoutineUpdate): RoutineRead =>
  change.day_starts || change.day_ends || change.session_minutes || change.breaks
    ? { ...routine, slots: daySlots(routine) }
    : routine

/** The routine as it will be once everything that waits has been sent. */
export function routineWith(routine: RoutineRead, waiting: readonly Op[]): RoutineRead {
  let changed = routine
  let sessions = sessionsOf(routine)
  for (const op of waiting) {
    const own = sessionOpOf(op)
    if (own?.routineId === routine.id) sessions = sessionsAfter(sessions, own, changed.session_minutes)
    const whole = routineOpOf(op)
    if (whole?.routineId !== routine.id) continue
    if (whole.write.kind === 'update' || whole.write.kind === 'save')
      changed = laidOut(
        { ...changed, ...(given(whole.write.body) as Partial<RoutineRead>) },
        whole.write.body,
      )
  }
  const { shown, gone } = sessions
  return { ...changed, sessions: [...shown.values()].filter(({ id }) => !gone.has(id)) }
}

/** The routines as they will be; those that were made here come last. */
export function routinesWith(routines: readonly RoutineSummary[], waiting: readonly Op[]): RoutineSummary[] {
  const shown = new Map(routines.map((routine) => [routine.id, routine]))
  const gone = new Set<string>()
  for (const { routineId, write } of waiting.flatMap((op) => routineOpOf(op) ?? [])) {
    const before = shown.get(routineId)
    if (write.kind === 'save')
      shown.set(routineId, { ...(before ?? newSummary(routineId)), ...(given(write.body) as object) })
    else if (write.kind === 'update' && before)
      shown.set(routineId, { ...before, ...(given(write.body) as object) })
    if (write.kind === 'delete') gone.add(routineId)
    else if (write.kind === 'restore' || write.kind === 'save') gone.delete(routineId)
  }
  return [...shown.values()].filter(({ id }) => !gone.has(id))
}

const newSummary = (id: string): RoutineSummary => ({
  id,
  name: '',
  day_starts: '08:00',
  day_ends: '17:00',
  rotation_weeks: 1,
  valid_from: null,
  valid_to: null,
  sessions_count: 0,
  position: Number.MAX_SAFE_INTEGER,
  is_shared: false,
})

/** The sessions that something waits for. */
export const sessionsWaiting = (waiting: readonly Op[]): ReadonlySet<string> =>
  new Set(waiting.flatMap((op) => sessionOpOf(op)?.sessionId ?? []))
