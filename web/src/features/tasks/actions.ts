/** What can be done to one task: each is a write to the outbox, shown at once, said in words, and taken back by undo. */
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { TaskRead } from '@/api'
import { showProblem } from '@/lib/show-problem'
import { enqueueTask, onTaskSent, removeTask, type TaskWrite } from '@/lib/tasks'
import { showToast } from '@/ui'
import { taskAfter } from './after'
import { dayWords, dueWords } from './words'

export interface TaskActions {
  /** One tap: done, or open again. */
  toggle: (task: TaskRead) => void
  /** Gives it another date; a time stays. */
  postpone: (task: TaskRead, day: string | null) => void
  remove: (task: TaskRead) => void
}

interface ActionProps {
  today: string
  /** The task as it is to be shown until the list has been read again. */
  onTicked?: (task: TaskRead) => void
  /** What is deleted is shown no longer, ticked or not. */
  onGone?: (ids: readonly string[]) => void
}

const toastId = (task: TaskRead) => `task-${task.id}`

/** How long the answer may take to change what was said. */
const ANSWER_MS = 5000

/** A due date on another day, at the same time. */
export const moveDue = (due: string | null, day: string | null): string | null => {
  if (!day) return null
  const time = due?.split('T')[1]
  return time ? `${day}T${time}` : day
}

export function useTaskActions({ today, onTicked, onGone }: ActionProps): TaskActions {
  const { t } = useLingui()
  return useMemo(() => {
    const send = (task: TaskRead, write: TaskWrite, label: string) =>
      enqueueTask(task.id, write, label).catch(showProblem)

    const say = (task: TaskRead, message: string, undo: () => void) =>
      void showToast(message, { id: toastId(task), undo })

    const reopen = (task: TaskRead) => {
      const write: TaskWrite = { kind: 'reopen' }
      onTicked?.(taskAfter(task, write, today))
      void send(task, write, t`${task.title}: open again`)
    }

    const complete = (task: TaskRead) => {
      const write: TaskWrite = { kind: 'complete', due: task.due, done_on: today }
      const done = taskAfter(task, write, today)
      const undo = () => reopen(task)
      onTicked?.(done)
      void send(task, write, t`${task.title}: done`)
      say(task, t`${task.title}: done`, undo)
      // Only the server knows when a repeating task is due again.
      if (!task.schedule) return
      const stop = onTaskSent(task.id, 'complete', (next) => {
        const day = next.status === 'open' && next.due && dayWords(next.due.slice(0, 10), today)
        if (day) say(task, t`${task.title}: done, next ${day}`, undo)
      })
      setTimeout(stop, ANSWER_MS)
    }

    const postpone = (task: TaskRead, day: string | null) => {
      const write: TaskWrite = { kind: 'update', body: { due: moveDue(task.due, day) } }
      const words = dueWords(taskAfter(task, write, today), { today, underDay: false }) || t`no date`
      const label = t`${task.title}: ${words}`
      void send(task, write, label)
      say(
        task,
        label,
        () => void send(task, { kind: 'update', body: { due: task.due } }, t`${task.title}: as before`),
      )
    }

    const remove = async (task: TaskRead) => {
      const labels = { gone: t`${task.title}: deleted`, back: t`${task.title} is back` }
      const restore = await removeTask(task.id, labels)
      onGone?.([task.id])
      say(task, t`${task.title} was deleted`, () => void restore().catch(showProblem))
    }

    return {
      toggle: (task) => (task.status === 'done' ? reopen(task) : complete(task)),
      postpone,
      remove: (task) => void remove(task).catch(showProblem),
    }
  }, [t, today, onTicked, onGone])
}
