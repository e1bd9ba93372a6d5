/** What can be done with a task's row: each is one write to the outbox, said in words, and can be taken back. */
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import type { TaskEntry, Today } from '@/api'
import { shortDate } from '@/lib/dates'
import { problemMessage } from '@/lib/problem'
import { enqueueTask, type TaskWrite } from '@/lib/task-ops'
import type { ThemeChoice } from '@/lib/themes'
import { showToast } from '@/ui'
import { addRow, afterPaint, paintTask } from './sync'
import { type Delay, delayed } from './task-write'

export interface TaskActions {
  /** One tap: done, or open again where that can be taken back. */
  toggle: (entry: TaskEntry) => void
  delay: (entry: TaskEntry, delay: Delay) => void
}

export const canToggle = ({ state, actions }: TaskEntry): boolean =>
  actions.includes(state === 'done' ? 'undo' : 'done')

export function useTaskActions(day: Today, theme: ThemeChoice | undefined): TaskActions {
  const { t, i18n } = useLingui()
  const client = useQueryClient()
  const { date, today } = day
  const entries = useRef(day.entries)
  entries.current = day.entries
  return useMemo(() => {
    const send = (entry: TaskEntry, write: TaskWrite, words: string) => {
      void client.cancelQueries({ queryKey: [{ _id: 'readToday' }] })
      paintTask(client, { taskId: entry.id, write })
      const label = `${words} · ${shortDate(date, i18n.locale)}`
      enqueueTask(entry.id, write, label).catch((error) => showToast(problemMessage(error), { tone: 'bad' }))
    }

    const say = (message: string, undo: () => void) =>
      afterPaint(() => void showToast(message, { id: 'check-in', undo }))

    const complete = (entry: TaskEntry) =>
      send(entry, { kind: 'complete', due: entry.due, done_on: date }, t`${entry.title}: done`)
    const reopen = (entry: TaskEntry) => send(entry, { kind: 'reopen' }, t`${entry.title}: open again`)

    const move = (entry: TaskEntry, due: string | null, words: string) =>
      send(entry, { kind: 'update', body: { due } }, words)

    return {
      toggle: (entry) => {
        if (!canToggle(entry)) return
        const isDone = entry.state === 'done'
        const [act, undo] = isDone ? [reopen, complete] : [complete, reopen]
        act(entry)
        say(isDone ? t`${entry.title}: open again` : t`${entry.title}: done`, () => undo(entry))
      },
      delay: (entry, delay) => {
        const name = entry.title
        const words = {
          today: t`${name}: today`,
          tomorrow: t`${name}: tomorrow`,
          someday: t`${name}: someday`,
        }
        const place = entries.current.findIndex(({ id }) => id === entry.id)
        move(entry, delayed(entry, delay, today), words[delay])
        say(words[delay], () => {
          addRow(client, { date, entry, place, theme })
          move(entry, entry.due, t`${name}: back to its day`)
        })
      },
    }
  }, [t, i18n, client, date, today, theme])
}
