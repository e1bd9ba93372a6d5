/**
 * Writing the timetable: what can be done to a session and to a routine, each as a write to the outbox, and read back
 * from one. A session has a lane of its own, so has a routine.
 */
import type { QueryClient } from '@tanstack/react-query'
import type { DateMove, RoutineCreate, RoutineUpdate, SessionCreate, SessionUpdate } from '@/api'
import { enqueue, type Op, onSent, unmake } from './outbox'

const LANE = 'routines/'

/** Dates are planned ones: a date is known by the day that the pattern had it on, wherever it was moved. */
export type SessionWrite =
  | { kind: 'save'; body: SessionCreate }
  | { kind: 'update'; body: SessionUpdate }
  | { kind: 'delete' }
  | { kind: 'restore' }
  | { kind: 'cancel-series'; reason: string }
  | { kind: 'restore-series' }
  /** With `until`, every day from `date` to it. */
  | { kind: 'cancel'; date: string; until?: string | undefined; reason: string }
  /** Without `until` the date itself takes place, and is taken out of what is cancelled around it. */
  | { kind: 'uncancel'; date: string; until?: string | undefined }
  | { kind: 'move'; date: string; body: DateMove }
  | { kind: 'move-back'; date: string }
  | { kind: 'tick'; date: string }
  | { kind: 'untick'; date: string }

export type RoutineWrite =
  | { kind: 'save'; body: RoutineCreate }
  | { kind: 'update'; body: RoutineUpdate }
  | { kind: 'delete' }
  | { kind: 'restore' }

export interface SessionKey {
  routineId: string
  sessionId: string
}

export type Request = Pick<Op, 'method' | 'url' | 'body'>

const routineUrl = (routineId: string) => `/api/v1/routines/${routineId}`
const sessionUrl = ({ routineId, sessionId }: SessionKey) => `${routineUrl(routineId)}/sessions/${sessionId}`
const laneOf = ({ routineId, sessionId }: SessionKey) => `${LANE}${routineId}/sessions/${sessionId}`

/** What a write to a session asks of the server. */
export function requestOf(key: SessionKey, write: SessionWrite): Request {
  const url = sessionUrl(key)
  switch (write.kind) {
    case 'save':
      return { method: 'PUT', url, body: write.body }
    case 'update':
      return { method: 'PATCH', url, body: write.body }
    case 'delete':
      return { method: 'DELETE', url }
    case 'restore':
      return { method: 'POST', url: `${url}/restore` }
    case 'cancel-series':
      return { method: 'PUT', url: `${url}/cancellation`, body: { reason: write.reason } }
    case 'restore-series':
      return { method: 'DELETE', url: `${url}/cancellation` }
    default:
      return dateRequestOf(url, write)
  }
}

type DateWrite = Extract<SessionWrite, { date: string }>

function dateRequestOf(url: string, write: DateWrite): Request {
  const { date } = write
  switch (write.kind) {
    case 'cancel': {
      const { reason, until } = write
      return {
        method: 'PUT',
        url: `${url}/cancellations/${date}`,
        body: { reason, ...(until && { until }) },
      }
    }
    case 'uncancel': {
      const asked = write.until ? `?until=${write.until}` : ''
      return { method: 'DELETE', url: `${url}/cancellations/${date}${asked}` }
    }
    case 'move':
      return { method: 'PUT', url: `${url}/moves/${date}`, body: write.body }
    case 'move-back':
      return { method: 'DELETE', url: `${url}/moves/${date}` }
    case 'tick':
      return { method: 'PUT', url: `${url}/ticks/${date}` }
    case 'untick':
      return { method: 'DELETE', url: `${url}/ticks/${date}` }
  }
}

/** Keep what is to be done with a session until the server has it. `label` says it in the person's words. */
export const enqueueSession = (key: SessionKey, write: SessionWrite, label: string): Promise<void> =>
  enqueue({ lane: laneOf(key), label, ...requestOf(key, write) })

/** What a write to a routine asks of the server. */
export function routineRequestOf(routineId: string, write: RoutineWrite): Request {
  const url = routineUrl(routineId)
  switch (write.kind) {
    case 'save':
      return { method: 'PUT', url, body: write.body }
    case 'update':
      return { method: 'PATCH', url, body: write.body }
    case 'delete':
      return { method: 'DELETE', url }
    case 'restore':
      return { method: 'POST', url: `${url}/restore` }
  }
}

/** Keep what is to be done with a routine until the server has it. */
export const enqueueRoutine = (routineId: string, write: RoutineWrite, label: string): Promise<void> =>
  enqueue({ lane: LANE + routineId, label, ...routineRequestOf(routineId, write) })

interface Labels {
  gone: string
  back: string
}

/** Delete a session; answers what brings it back. */
export const removeSession = (key: SessionKey, { gone, back }: Labels): Promise<() => Promise<void>> =>
  takeOut(
    laneOf(key),
    () => enqueueSession(key, { kind: 'delete' }, gone),
    () => enqueueSession(key, { kind: 'restore' }, back),
  )

/** Delete a routine with its sessions; answers what brings all of it back. */
export const removeRoutine = (id: string, { gone, back }: Labels): Promise<() => Promise<void>> =>
  takeOut(
    LANE + id,
    () => enqueueRoutine(id, { kind: 'delete' }, gone),
    () => enqueueRoutine(id, { kind: 'restore' }, back),
  )

/**
 * What was made here and never sent goes with all that was done to it, and comes back with it: the server hears of
 * neither. Everything else is deleted there, and restored.
 */
async function takeOut(lane: string, remove: () => Promise<void>, restore: () => Promise<void>) {
  const unmade = await unmake(lane)
  if (unmade.length === 0) {
    await remove()
    return restore
  }
  return async () => {
    for (const { lane: own, method, url, body, label } of unmade)
      await enqueue({ lane: own, method, url, body, label })
  }
}

export interface SessionOp extends SessionKey {
  write: SessionWrite
}

export interface RoutineOp {
  routineId: string
  write: RoutineWrite
}

const ID = '([0-9a-f-]{36})'
const SESSION_URL = new RegExp(
  `^/api/v1/routines/${ID}/sessions/${ID}(?:/(restore|cancellation|cancellations|moves|ticks))?(?:/([\\d-]{10}))?(?:\\?until=([\\d-]{10}))?$`,
)
const ROUTINE_URL = new RegExp(`^/api/v1/routines/${ID}(?:/(restore))?$`)

/** The session that a write in the outbox is about, and what it does; undefined when it is about something else. */
export function sessionOpOf(op: Request): SessionOp | undefined {
  const [, routineId, sessionId, part, date = '', until] = SESSION_URL.exec(op.url) ?? []
  if (!routineId || !sessionId) return undefined
  const write = part ? partOf(part, op, date, until) : wholeOf(op)
  return write && { routineId, sessionId, write }
}

function wholeOf({ method, body }: Request): SessionWrite | undefined {
  if (method === 'PUT') return { kind: 'save', body: body as SessionCreate }
  if (method === 'PATCH') return { kind: 'update', body: body as SessionUpdate }
  return method === 'DELETE' ? { kind: 'delete' } : undefined
}

function partOf(part: string, op: Request, date: string, until: string | undefined): SessionWrite {
  const isSet = op.method === 'PUT'
  const said = (op.body ?? {}) as { reason?: string; until?: string }
  switch (part) {
    case 'cancellation':
      return isSet ? { kind: 'cancel-series', reason: said.reason ?? '' } : { kind: 'restore-series' }
    case 'cancellations':
      return isSet
        ? { kind: 'cancel', date, until: said.until, reason: said.reason ?? '' }
        : { kind: 'uncancel', date, until }
    case 'moves':
      return isSet ? { kind: 'move', date, body: op.body as DateMove } : { kind: 'move-back', date }
    case 'ticks':
      return { kind: isSet ? 'tick' : 'untick', date }
    default:
      return { kind: 'restore' }
  }
}

/** The routine that a write in the outbox is about, other than through one of its sessions. */
export function routineOpOf(op: Request): RoutineOp | undefined {
  const [, routineId, part] = ROUTINE_URL.exec(op.url) ?? []
  if (!routineId) return undefined
  const write = routineWriteOf(part, op)
  return write && { routineId, write }
}

function routineWriteOf(part: string | undefined, { method, body }: Request): RoutineWrite | undefined {
  if (part === 'restore') return { kind: 'restore' }
  if (method === 'PUT') return { kind: 'save', body: body as RoutineCreate }
  if (method === 'PATCH') return { kind: 'update', body: body as RoutineUpdate }
  return method === 'DELETE' ? { kind: 'delete' } : undefined
}

const READS_OF_TIMETABLE = new Set(['listRoutines', 'readRoutine', 'readWeek', 'readToday', 'listDays'])

/** Read again all that depends on routines and their sessions. */
export const refreshTimetable = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({
    predicate: ({ queryKey }) =>
      READS_OF_TIMETABLE.has((queryKey[0] as { _id?: string } | undefined)?._id ?? ''),
  })

/** Read again whenever the server has taken a write. Answers a function that stops it. */
export const refreshTimetableAfterSending = (client: QueryClient) =>
  onSent((op) => {
    if (op.lane.startsWith(LANE)) void refreshTimetable(client)
  })
