/** Writing tasks: one lane per task in the outbox, and which reads are stale once the server has taken a write. */
import type { QueryClient } from '@tanstack/react-query'
import type { TaskCreate, TaskUpdate } from '@/api'
import { enqueue, type Op, onSent } from './outbox'

export const LANE = 'tasks/'

/** `due` is the due that the person saw: ticked on two devices, the same occurrence is done once. */
export type TaskWrite =
  | { kind: 'complete'; due: string | null; done_on: string }
  | { kind: 'reopen' }
  | { kind: 'update'; body: TaskUpdate }
  | { kind: 'save'; body: TaskCreate }
  | { kind: 'delete' }
  | { kind: 'restore' }

type Request = Pick<Op, 'method' | 'url' | 'body'>

function requestOf(taskId: string, write: TaskWrite): Request {
  const url = `/api/v1/tasks/${taskId}`
  switch (write.kind) {
    case 'complete': {
      const { due, done_on } = write
      return { method: 'POST', url: `${url}/complete`, body: { ...(due && { due }), done_on } }
    }
    case 'reopen':
      return { method: 'POST', url: `${url}/reopen`, body: {} }
    case 'restore':
      return { method: 'POST', url: `${url}/restore` }
    case 'update':
      return { method: 'PATCH', url, body: write.body }
    case 'save':
      return { method: 'PUT', url, body: write.body }
    case 'delete':
      return { method: 'DELETE', url }
  }
}

/** Keep what is to be done with a task until the server has it. */
export const enqueueTask = (taskId: string, write: TaskWrite, label: string): Promise<void> =>
  enqueue({ lane: LANE + taskId, label, ...requestOf(taskId, write) })

const TASK_URL = /^\/api\/v1\/tasks\/([0-9a-f-]{36})(?:\/(complete|reopen|restore))?$/

export interface TaskOp {
  taskId: string
  write: TaskWrite
}

/** The task that a write in the outbox is about, and what it does; undefined when it is about something else. */
export function taskOpOf(op: Request): TaskOp | undefined {
  const [, taskId, action] = TASK_URL.exec(op.url) ?? []
  if (!taskId) return undefined
  const write = action ? actionOf(action, op.body) : changeOf(op)
  return write && { taskId, write }
}

function actionOf(action: string, body: unknown): TaskWrite {
  if (action !== 'complete') return { kind: action as 'reopen' | 'restore' }
  const { due = null, done_on } = body as { due?: string; done_on: string }
  return { kind: 'complete', due, done_on }
}

function changeOf({ method, body }: Request): TaskWrite | undefined {
  if (method === 'PATCH') return { kind: 'update', body: body as TaskUpdate }
  if (method === 'PUT') return { kind: 'save', body: body as TaskCreate }
  return method === 'DELETE' ? { kind: 'delete' } : undefined
}

const READS_OF_TASKS = new Set(['listTasks', 'readTask', 'readToday', 'listDays', 'listThemes'])

/** Read again all that depends on tasks. */
export const refreshTasks = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({
    predicate: ({ queryKey }) => READS_OF_TASKS.has((queryKey[0] as { _id?: string } | undefined)?._id ?? ''),
  })

/** Read again whenever the server has taken a write to a task. Answers a function that stops it. */
export const refreshTasksAfterSending = (client: QueryClient) =>
  onSent((op) => {
    if (op.lane.startsWith(LANE)) void refreshTasks(client)
  })
