/** Saving routines and sessions that were typed, so that what the server refuses is told where it was typed. */
import type { QueryClient } from '@tanstack/react-query'
import {
  cancelDate,
  cancelSeries,
  moveDate,
  putRoutine,
  putSession,
  type RoutineRead,
  type SessionRead,
  updateRoutine,
  updateSession,
} from '@/api'
import { readRoutineQueryKey } from '@/api/@tanstack/react-query.gen'
import type { Op } from './outbox'
import { sendOrKeep } from './send-or-keep'
import { paintSession, showSession, writeSession } from './timetable-cache'
import {
  enqueueRoutine,
  type RoutineWrite,
  refreshTimetable,
  routineOpOf,
  type SessionKey,
  type SessionWrite,
  sessionOpOf,
} from './timetable-ops'

type SessionSaving = Extract<SessionWrite, { kind: 'save' | 'update' | 'cancel' | 'cancel-series' | 'move' }>
type RoutineSaving = Extract<RoutineWrite, { kind: 'save' | 'update' }>

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
    send: () => sendSession(key, write),
    keep: () => writeSession(client, key, write, label),
  })
  if (!saved) return undefined
  paintSession(client, { ...key, write })
  showSession(client, saved)
  void refreshTimetable(client)
  return saved
}

function sendSession({ routineId, sessionId }: SessionKey, write: SessionSaving) {
  const path = { routine_id: routineId, session_id: sessionId }
  const throwOnError = true as const
  switch (write.kind) {
    case 'save':
      return putSession({ path, body: write.body, throwOnError })
    case 'update':
      return updateSession({ path, body: write.body, throwOnError })
    case 'cancel-series':
      return cancelSeries({ path, body: { reason: write.reason }, throwOnError })
    case 'cancel': {
      const { date, until, reason } = write
      return cancelDate({ path: { ...path, date }, body: { reason, until: until ?? null }, throwOnError })
    }
    case 'move':
      return moveDate({ path: { ...path, date: write.date }, body: write.body, throwOnError })
  }
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
    send: () =>
      write.kind === 'save'
        ? putRoutine({ path, body: write.body, throwOnError: true })
        : updateRoutine({ path, body: write.body, throwOnError: true }),
    keep: () => enqueueRoutine(routineId, write, label),
  })
  if (saved) client.setQueryData<RoutineRead>(readRoutineQueryKey({ path }), saved)
  void refreshTimetable(client)
  return saved
}
