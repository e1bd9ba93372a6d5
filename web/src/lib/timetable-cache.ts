/**
 * Doing something to a session: painted at once in what was read, kept in the outbox, and read again once the server
 * has it. What it refuses goes back to what it says.
 */
import { t } from '@lingui/core/macro'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { RoutineRead, RoutineWeek, SessionRead } from '@/api'
import { readRoutineQueryKey } from '@/api/@tanstack/react-query.gen'
import { showToast } from '@/ui'
import { runCommand } from './commands'
import { type Op, onParked, onSent } from './outbox'
import { sessionsAfter, sessionsOf } from './timetable'
import {
  enqueueSession,
  refreshTimetable,
  refreshTimetableAfterSending,
  removeSession,
  routineOpOf,
  type SessionKey,
  type SessionOp,
  type SessionWrite,
  sessionOpOf,
} from './timetable-ops'
import { weekAfter } from './timetable-weeks'

const ROUTINES = { queryKey: [{ _id: 'readRoutine' }] }
const WEEKS = { queryKey: [{ _id: 'readWeek' }] }

const changeRoutine = (client: QueryClient, id: string, change: (routine: RoutineRead) => RoutineRead) =>
  client.setQueriesData<RoutineRead>(ROUTINES, (routine) => (routine?.id === id ? change(routine) : routine))

const changeWeeks = (client: QueryClient, id: string, change: (week: RoutineWeek) => RoutineWeek) =>
  client.setQueriesData<RoutineWeek>(WEEKS, (week) => (week?.routine_id === id ? change(week) : week))

/** Show what a write makes of the routine and of its weeks. */
export function paintSession(client: QueryClient, op: SessionOp): void {
  if (op.write.kind === 'delete') {
    hideSessions(client, op.routineId, [op.sessionId])
    return
  }
  let session: SessionRead | undefined
  changeRoutine(client, op.routineId, (routine) => {
    const { shown } = sessionsAfter(sessionsOf(routine), op, routine.session_minutes)
    session = shown.get(op.sessionId)
    return { ...routine, sessions: [...shown.values()] }
  })
  changeWeeks(client, op.routineId, (week) => weekAfter(week, op, session))
}

/** They are gone at once. */
export function hideSessions(client: QueryClient, routineId: string, ids: readonly string[]): void {
  changeRoutine(client, routineId, (routine) => ({
    ...routine,
    sessions: routine.sessions.filter(({ id }) => !ids.includes(id)),
  }))
  changeWeeks(client, routineId, (week) => ({
    ...week,
    occurrences: week.occurrences.filter(({ session_id }) => !ids.includes(session_id)),
  }))
}

/** Show a session as the server has it now, or as it was before it was deleted. */
export function showSession(client: QueryClient, session: SessionRead): void {
  const { id, routine_id } = session
  changeRoutine(client, routine_id, (routine) => ({
    ...routine,
    sessions: [...routine.sessions.filter((each) => each.id !== id), session],
  }))
  const op: SessionOp = { routineId: routine_id, sessionId: id, write: { kind: 'update', body: {} } }
  changeWeeks(client, routine_id, (week) => weekAfter(week, op, session))
}

/** Do something to a session, now and on the server. `label` says it in the person's words. */
export function writeSession(
  client: QueryClient,
  key: SessionKey,
  write: SessionWrite,
  label: string,
): Promise<void> {
  paintSession(client, { ...key, write })
  return enqueueSession(key, write, label)
}

/** Delete a session; answers what brings it back. */
export async function takeAway(
  client: QueryClient,
  session: SessionRead,
  labels: { gone: string; back: string },
): Promise<() => Promise<void>> {
  const key = { routineId: session.routine_id, sessionId: session.id }
  hideSessions(client, session.routine_id, [session.id])
  const restore = await removeSession(key, labels)
  return () => {
    showSession(client, session)
    return restore()
  }
}

/** Keep what was sent in sight until it is read again; show the server's truth when it refused. */
export function useTimetableSync(): void {
  const client = useQueryClient()
  useEffect(() => {
    const sent = onSent((op, answer) => showSent(client, op, answer))
    const refused = onParked((op) => {
      const own = sessionOpOf(op)
      if (!own && !routineOpOf(op)) return
      void refreshTimetable(client)
      // In the place of the message that told it was done.
      const place = own && { id: own.sessionId }
      const action = { label: t`Look at it`, run: () => runCommand('outbox') }
      void showToast(t`Refused: ${op.label}`, { detail: op.refusal?.message ?? '', action, ...place })
    })
    const stops = [sent, refused, refreshTimetableAfterSending(client)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [client])
}

function showSent(client: QueryClient, op: Op, answer: unknown) {
  const own = sessionOpOf(op)
  if (own) paintSession(client, own)
  if (own && answer) showAnswer(client, answer as SessionRead)
  const whole = routineOpOf(op)
  if ((whole?.write.kind === 'save' || whole?.write.kind === 'update') && answer)
    client.setQueryData(readRoutineQueryKey({ path: { routine_id: whole.routineId } }), answer as RoutineRead)
}

/** The routine's session as answered; its weeks were painted, and are read again. */
const showAnswer = (client: QueryClient, session: SessionRead) =>
  changeRoutine(client, session.routine_id, (routine) => ({
    ...routine,
    sessions: routine.sessions.map((each) => (each.id === session.id ? session : each)),
  }))
