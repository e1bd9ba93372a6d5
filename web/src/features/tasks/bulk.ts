/**
 * One change to several tasks, with one undo. The server makes it at once, to all or to none, and answers what undoes
 * it; where it cannot be reached, or something waits for one of the tasks, each has a write of its own in the outbox.
 */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { changeTasks, type TaskBulk, type TaskRead } from '@/api'
import { newId } from '@/lib/ids'
import { pending } from '@/lib/outbox'
import { Problem } from '@/lib/problem'
import { showProblem } from '@/lib/show-problem'
import { enqueueTask, refreshTasks, removeTask, type TaskWrite } from '@/lib/tasks'
import { showToast } from '@/ui'
import { waitingFor } from './after'
import { hideTasks, showTasks } from './sync'

export type Change = Extract<
  TaskBulk['action'],
  { kind: 'complete' | 'reopen' | 'delete' | 'move' | 'assign_due' | 'priority' }
>

/** As many as the server takes at once. */
const MOST = 200

interface Pair {
  write: TaskWrite
  undo: TaskWrite
}

/** The change as writes to single tasks. */
export function writesOf(task: TaskRead, change: Exclude<Change, { kind: 'delete' }>, today: string): Pair {
  const update = (now: object, then: object): Pair => ({
    write: { kind: 'update', body: now },
    undo: { kind: 'update', body: then },
  })
  const complete: TaskWrite = { kind: 'complete', due: task.due, done_on: today }
  switch (change.kind) {
    case 'complete':
      return { write: complete, undo: { kind: 'reopen' } }
    case 'reopen':
      return { write: { kind: 'reopen' }, undo: { ...complete, done_on: task.completed_on ?? today } }
    case 'move':
      return update({ theme_id: change.theme_id }, { theme_id: task.theme_id })
    case 'assign_due':
      return update({ due: change.dues[task.id] ?? null }, { due: task.due })
    case 'priority':
      return update({ priority: change.priority }, { priority: task.priority })
  }
}

async function post(bodies: readonly TaskBulk[]): Promise<{ tasks: TaskRead[]; undo: TaskBulk[] }> {
  const tasks: TaskRead[] = []
  const undo: TaskBulk[] = []
  for (const body of bodies) {
    const headers = { 'Idempotency-Key': newId() }
    const { data } = await changeTasks({ body, headers, throwOnError: true })
    tasks.push(...data.data)
    if (data.undo) undo.unshift(data.undo)
  }
  return { tasks, undo }
}

const inParts = (ids: readonly string[], action: Change): TaskBulk[] =>
  Array.from({ length: Math.ceil(ids.length / MOST) }, (_, part) => {
    const own = ids.slice(part * MOST, (part + 1) * MOST)
    if (action.kind !== 'assign_due') return { ids: own, action }
    const dues = Object.fromEntries(own.map((id) => [id, action.dues[id] ?? null]))
    return { ids: own, action: { ...action, dues } }
  })

const isUnreachable = (error: unknown) =>
  error instanceof Problem && (error.status === 0 || error.status >= 502)

export function useBulk(today: string) {
  const { t } = useLingui()
  const client = useQueryClient()

  const apply = async (bodies: readonly TaskBulk[]) => {
    const { tasks, undo } = await post(bodies)
    showTasks(client, tasks)
    void refreshTasks(client)
    return undo
  }

  /** Answers how to take it back. */
  const atOnce = async (tasks: readonly TaskRead[], change: Change) => {
    const ids = tasks.map(({ id }) => id)
    const undo = await apply(inParts(ids, change))
    if (change.kind === 'delete') hideTasks(client, ids)
    return () => void apply(undo).catch(showProblem)
  }

  const removeEach = async (tasks: readonly TaskRead[], label: string) => {
    const restores: (() => Promise<void>)[] = []
    for (const { id, title } of tasks)
      restores.push(await removeTask(id, { gone: `${title}: ${label}`, back: t`${title} is back` }))
    return () => {
      for (const restore of restores) void restore().catch(showProblem)
    }
  }

  const oneByOne = async (tasks: readonly TaskRead[], change: Change, label: string) => {
    if (change.kind === 'delete') return removeEach(tasks, label)
    const pairs = tasks.map((task) => ({ task, ...writesOf(task, change, today) }))
    for (const { task, write } of pairs) await enqueueTask(task.id, write, `${task.title}: ${label}`)
    return () => {
      for (const { task, undo } of pairs)
        void enqueueTask(task.id, undo, t`${task.title}: as before`).catch(showProblem)
    }
  }

  const send = async (tasks: readonly TaskRead[], change: Change, label: string) => {
    const waiting = waitingFor(await pending())
    const canSend = navigator.onLine && tasks.every(({ id }) => !waiting.has(id))
    if (!canSend) return oneByOne(tasks, change, label)
    return atOnce(tasks, change).catch((error: unknown) => {
      if (isUnreachable(error)) return oneByOne(tasks, change, label)
      throw error
    })
  }

  /** `label` is what was done, such as "done" or "deleted". */
  return async (tasks: readonly TaskRead[], change: Change, label: string) => {
    if (tasks.length === 0) return
    try {
      const undo = await send(tasks, change, label)
      const count = plural(tasks.length, { one: '# task', other: '# tasks' })
      void showToast(`${count}: ${label}`, { id: 'bulk', undo })
    } catch (error) {
      showProblem(error)
    }
  }
}
