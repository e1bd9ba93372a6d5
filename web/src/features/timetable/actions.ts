/** What can be done to sessions: each is painted at once, kept in the outbox, said in words, and taken back by undo. */
import { useLingui } from '@lingui/react/macro'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RoutineRead, SessionCreate, SessionRead, SessionUpdate } from '@/api'
import { newId } from '@/lib/ids'
import { showProblem } from '@/lib/show-problem'
import { madeSession } from '@/lib/timetable'
import { takeAway, writeSession } from '@/lib/timetable-cache'
import type { SessionWrite } from '@/lib/timetable-ops'
import { showToast } from '@/ui'
import { copiesOf, type PatternDay } from './copies'
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
  /** Offer to take back what a form has written. */
  offerBack: (session: SessionRead, write: SessionWrite, back: SessionWrite, message: string) => void
  /** Offer to take away what a form has made. */
  offerAway: (session: SessionRead, message: string) => void
  copyDay: (sessions: readonly SessionRead[], from: PatternDay, to: PatternDay) => void
}

/** What `body` changes, as it was. */
const before = (session: SessionRead, body: SessionUpdate): SessionUpdate =>
  Object.fromEntries(Object.keys(body).map((field) => [field, session[field as keyof SessionRead]]))

type Labels = Parameters<typeof takeAway>[2]

/** A session that is there and can be taken away, and brought back as it was, again and again. */
function presenceOf(client: QueryClient, session: SessionRead, labels: Labels) {
  let restore: Promise<() => Promise<void>> | undefined
  return {
    leave: () => {
      restore = takeAway(client, session, labels)
      restore.catch(showProblem)
    },
    comeBack: () => void restore?.then((run) => run()).catch(showProblem),
  }
}

export function useSessionActions(routine: Pick<RoutineRead, 'id' | 'session_minutes'>): SessionActions {
  const { t } = useLingui()
  const client = useQueryClient()
  const { id: routineId, session_minutes: usualMinutes } = routine
  return useMemo(() => {
    const send = (session: SessionRead, write: SessionWrite, label: string) => {
      const key = { routineId: session.routine_id, sessionId: session.id }
      void writeSession(client, key, write, label).catch(showProblem)
    }

    const offerBack: SessionActions['offerBack'] = (session, what, back, message) =>
      offerUndo({
        message,
        undo: () => send(session, back, t`${session.subject}: as before`),
        redo: () => send(session, what, message),
        id: session.id,
      })

    const write: SessionActions['write'] = (session, what, back, message) => {
      send(session, what, message)
      offerBack(session, what, back, message)
    }

    const presence = (session: SessionRead) =>
      presenceOf(client, session, {
        gone: t`${session.subject}: deleted`,
        back: t`${session.subject} is back`,
      })

    const remove = (session: SessionRead) => {
      const { leave, comeBack } = presence(session)
      leave()
      const message = t`${session.subject} was deleted`
      offerUndo({ message, undo: comeBack, redo: leave, id: session.id })
    }

    const offerAway: SessionActions['offerAway'] = (session, message) => {
      const { leave, comeBack } = presence(session)
      offerUndo({ message, undo: leave, redo: comeBack, id: session.id })
    }

    const make = (body: SessionCreate, message: string): SessionRead => {
      const made = madeSession({ routineId, sessionId: newId() }, body, usualMinutes)
      send(made, { kind: 'save', body }, message)
      return made
    }

    const create = (body: SessionCreate) => {
      const message = t`${body.subject} was added`
      const made = make(body, message)
      offerAway(made, message)
      return made.id
    }

    const copyDay: SessionActions['copyDay'] = (sessions, from, to) => {
      const day = dayWords({ weekday: to.weekday, date: null })
      const copies = copiesOf(sessions, from, to)
      if (copies.length === 0) return void showToast(t`${day} has all of them already`)
      const made = copies.map(({ body, cancelled }) => {
        const copy = make(body, t`${body.subject}: copied to ${day}`)
        if (cancelled === null) return presence(copy)
        send(copy, { kind: 'cancel-series', reason: cancelled }, t`${body.subject} is cancelled`)
        return presence({ ...copy, is_cancelled: true, reason: cancelled })
      })
      offerUndo({
        message: t`${sessionsInWords(made.length)} copied to ${day}`,
        undo: () => {
          for (const { leave } of made) leave()
        },
        redo: () => {
          for (const { comeBack } of made) comeBack()
        },
      })
    }

    return {
      create,
      update: (session, body, message) =>
        write(session, { kind: 'update', body }, { kind: 'update', body: before(session, body) }, message),
      remove,
      write,
      offerBack,
      offerAway,
      copyDay,
    }
  }, [t, client, routineId, usualMinutes])
}
