/** What can be done to sessions: each is painted at once, kept in the outbox, said in words, and taken back by undo. */
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RoutineRead, SessionCreate, SessionRead, SessionUpdate } from '@/api'
import { newId } from '@/lib/ids'
import { onSent } from '@/lib/outbox'
import { showProblem } from '@/lib/show-problem'
import { hideSessions, takeAway, writeSession } from '@/lib/timetable-cache'
import { enqueueRoutine, type PatternDay, type SessionWrite } from '@/lib/timetable-ops'
import { showToast } from '@/ui'
import { offerUndo } from './undo'
import { dayWords, sessionsInWords } from './words'

export interface SessionActions {
  /** Make a session; answers its id. */
  create: (body: SessionCreate) => string
  /** Change a session; `message` says what became of it. */
  update: (session: SessionRead, body: SessionUpdate, message: string) => void
  remove: (session: SessionRead) => void
  /** Do one thing to a session that another takes back. */
  write: (session: SessionRead, write: SessionWrite, back: SessionWrite, message: string) => void
  copyDay: (from: PatternDay, to: PatternDay) => void
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

/** What `body` changes, as it was. */
const before = (session: SessionRead, body: SessionUpdate): SessionUpdate =>
  Object.fromEntries(Object.keys(body).map((field) => [field, session[field as keyof SessionRead]]))

export function useSessionActions(routine: Pick<RoutineRead, 'id'> | undefined): SessionActions {
  const { t } = useLingui()
  const client = useQueryClient()
  const routineId = routine?.id ?? ''
  return useMemo(() => {
    const keyOf = (session: Pick<SessionRead, 'id' | 'routine_id'>) => ({
      routineId: session.routine_id,
      sessionId: session.id,
    })
    const send = (session: SessionRead, write: SessionWrite, label: string) =>
      void writeSession(client, keyOf(session), write, label).catch(showProblem)

    const write: SessionActions['write'] = (session, what, back, message) => {
      send(session, what, message)
      offerUndo(message, () => send(session, back, t`${session.subject}: as before`), session.id)
    }

    const away = async (session: SessionRead) => {
      const labels = { gone: t`${session.subject}: deleted`, back: t`${session.subject} is back` }
      return takeAway(client, session, labels)
    }

    const remove = async (session: SessionRead) => {
      const restore = await away(session)
      offerUndo(t`${session.subject} was deleted`, () => void restore().catch(showProblem), session.id)
    }

    const create = (body: SessionCreate) => {
      const key = { routineId, sessionId: newId() }
      const message = t`${body.subject} was added`
      void writeSession(client, key, { kind: 'save', body }, message).catch(showProblem)
      const made = { id: key.sessionId, routine_id: routineId, subject: body.subject } as SessionRead
      offerUndo(message, () => void away(made).catch(showProblem), made.id)
      return made.id
    }

    const copyDay: SessionActions['copyDay'] = (from, to) => {
      const day = dayWords({ weekday: to.weekday, date: null })
      const url = `/api/v1/routines/${routineId}/copy-day`
      const stop = onSent((op, answer) => {
        if (op.url !== url) return
        stop()
        const made = (answer as { data?: SessionRead[] } | null)?.data ?? []
        if (made.length === 0) return void showToast(t`${day} has all of them already`)
        const ids = made.map(({ id }) => id)
        const undo = () => {
          hideSessions(client, routineId, ids)
          const label = t`Copies on ${day} taken back`
          void enqueueRoutine(routineId, { kind: 'remove-sessions', ids }, label).catch(showProblem)
        }
        offerUndo(t`${sessionsInWords(made.length)} copied to ${day}`, undo)
      })
      void enqueueRoutine(routineId, { kind: 'copy-day', from, to }, t`Copy to ${day}`).catch(showProblem)
      if (!navigator.onLine) void showToast(t`The day is copied as soon as the server can be reached`)
    }

    return {
      create,
      update: (session, body, message) =>
        write(session, { kind: 'update', body }, { kind: 'update', body: before(session, body) }, message),
      remove: (session) => void remove(session).catch(showProblem),
      write,
      copyDay,
    }
  }, [t, client, routineId])
}
