/** Saving routines and sessions that were typed, so that what the server refuses is told where it was typed. */
import type { QueryClient } from '@tanstack/react-query'
import type { RoutineRead, SessionRead } from '@/api'
import { readRoutineQueryKey } from '@/api/@tanstack/react-query.gen'
import { client as api } from '@/api/client.gen'
import type { Op } from './outbox'
import { sendOrKeep } from './send-or-keep'
import { paintSession, showSession, writeSession } from './timetable-cache'
import {
  enqueueRoutine,
  type Request,
  type RoutineWrite,
  refreshTimetable,
  requestOf,
  routineOpOf,
  routineRequestOf,
  type SessionKey,
  type SessionWrite,
  sessionOpOf,
} from './timetable-ops'

type SessionSaving = Extract<SessionWrite, { kind: 'save' | 'update' | 'cancel' | 'cancel-series' | 'move' }>
type RoutineSaving = Extract<RoutineWrite, { kind: 'save' | 'update' }>

/** The same request that the outbox would send, and its answer. */
const sendNow = <Answer>(request: Request) =>
  api.request<Answer, unknown, true>({ ...request, throwOnError: true }) as Promise<{ data: Answer }>

const isOfRoutine = (routineId: string) => (op: Op) => routineOpOf(op)?.routineId === routineId

/** Shows what was saved; answers the session, or nothing where the write is kept to be sent later. */
export async function saveSession(
  client: QueryClient,
  key: SessionKey,
  write: SessionSaving,
  label: string,
): Promise<SessionRead | undefined> {
  const saved = await sendOrKeep({
    isBefore: (op) => sessionOpOf(op)?.sessionId === key.sessionId || isOfRoutine(key.routineId)(op),
    send: () => sendNow<SessionRead>(requestOf(key, write)),
    keep: () => writeSession(client, key, write, label),
  })
  if (!saved) return undefined
  paintSession(client, { ...key, write })
  showSession(client, saved)
  void refreshTimetable(client)
  return saved
}

/** Shows what was saved; answers the routine, or nothing where the write is kept to be sent later. */
export async function saveRoutine(
  client: QueryClient,
  routineId: string,
  write: RoutineSaving,
  label: string,
): Promise<RoutineRead | undefined> {
  const path = { routine_id: routineId }
  const saved = await sendOrKeep({
    isBefore: isOfRoutine(routineId),
    send: () => sendNow<RoutineRead>(routineRequestOf(routineId, write)),
    keep: () => enqueueRoutine(routineId, write, label),
  })
  if (saved) client.setQueryData<RoutineRead>(readRoutineQueryKey({ path }), saved)
  void refreshTimetable(client)
  return saved
}
