/** What can be done with a session's row: each is one write to the outbox, said in words, and can be taken back. */
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { SessionEntry, Today } from '@/api'
import { shortDate } from '@/lib/dates'
import { enqueue } from '@/lib/outbox'
import { problemMessage } from '@/lib/problem'
import { showToast } from '@/ui'
import { laneOf } from '../session-write'
import { afterPaint, paintSession } from '../sync'

/** Method, the part of the session that is written, its body, and what that is in words. */
export type SessionChange = readonly [method: 'PUT' | 'DELETE', part: string, body: unknown, words: string]

export interface SessionActions {
  /** One tap: done, or open again. A class is nothing to be ticked. */
  toggle: (entry: SessionEntry) => void
  /** Write one thing, and the other to take it back. */
  write: (entry: SessionEntry, change: SessionChange, undo: SessionChange) => void
}

export const canTickSession = ({ actions }: SessionEntry): boolean =>
  actions.some((action) => action === 'done' || action === 'undo')

export function useSessionActions({ date }: Pick<Today, 'date'>): SessionActions {
  const { t, i18n } = useLingui()
  const client = useQueryClient()
  return useMemo(() => {
    const send = (entry: SessionEntry, [method, part, body, words]: SessionChange) => {
      const lane = laneOf(entry)
      const op = { lane, method, url: `/api/v1/${lane}/${part}`, body }
      void client.cancelQueries({ queryKey: [{ _id: 'readToday' }] })
      paintSession(client, op)
      enqueue({ ...op, label: `${words} · ${shortDate(date, i18n.locale)}` }).catch((error) =>
        showToast(problemMessage(error), { tone: 'bad' }),
      )
    }
    const write: SessionActions['write'] = (entry, change, undo) => {
      send(entry, change)
      afterPaint(() => void showToast(change[3], { id: 'check-in', undo: () => send(entry, undo) }))
    }
    return {
      write,
      toggle: (entry) => {
        if (!canTickSession(entry)) return
        const part = `ticks/${entry.planned_on}`
        const done = ['PUT', part, undefined, t`${entry.title}: done`] as const
        const open = ['DELETE', part, undefined, t`${entry.title}: open again`] as const
        if (entry.state === 'done') write(entry, open, done)
        else write(entry, done, open)
      },
    }
  }, [t, i18n, client, date])
}
