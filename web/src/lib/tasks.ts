/** Saving a task that was typed, and hearing of what was sent; with the writes of src/lib/task-ops.ts. */
import { putTask, type TaskRead, updateTask } from '@/api'
import { enqueue, onSent, pending, unmake } from './outbox'
import { Problem } from './problem'
import { enqueueTask, LANE, type TaskWrite, taskOpOf } from './task-ops'

export {
  enqueueTask,
  refreshTasks,
  refreshTasksAfterSending,
  type TaskOp,
  type TaskWrite,
  taskOpOf,
} from './task-ops'

type Saving = Extract<TaskWrite, { kind: 'save' | 'update' }>

/** No answer, or one that says nothing about what was sent. */
const isPassing = (error: unknown) =>
  error instanceof Problem && (error.status === 0 || error.status === 429 || error.status >= 502)

/**
 * Send what was typed at once, so that a refusal can be shown where it was typed; answers the task. What cannot be sent
 * now, or must wait for an earlier write, is kept in the outbox, and nothing is answered.
 */
export async function saveTask(taskId: string, write: Saving, label: string): Promise<TaskRead | undefined> {
  const isFirst = (await pending()).every(({ lane }) => lane !== LANE + taskId)
  if (isFirst && navigator.onLine) {
    try {
      return await sendNow(taskId, write)
    } catch (error) {
      if (!isPassing(error)) throw error
    }
  }
  await enqueueTask(taskId, write, label)
  return undefined
}

async function sendNow(taskId: string, write: Saving): Promise<TaskRead> {
  const path = { task_id: taskId }
  const sent =
    write.kind === 'save'
      ? putTask({ path, body: write.body, throwOnError: true })
      : updateTask({ path, body: write.body, throwOnError: true })
  return (await sent).data
}

/** Called with the task as the server has it, once it has taken a write of this kind. Answers a function that stops it. */
export const onTaskSent = (
  taskId: string,
  kind: TaskWrite['kind'],
  listener: (task: TaskRead) => void,
): (() => void) =>
  onSent((op, answer) => {
    const found = taskOpOf(op)
    if (found?.taskId === taskId && found.write.kind === kind && answer) listener(answer as TaskRead)
  })

/**
 * Delete a task; answers what brings it back. One that was made here and never sent goes with all that was done to it,
 * and comes back with it: the server hears of neither.
 */
export async function removeTask(
  taskId: string,
  labels: { gone: string; back: string },
): Promise<() => Promise<void>> {
  const unmade = await unmake(LANE + taskId)
  if (unmade.length === 0) {
    await enqueueTask(taskId, { kind: 'delete' }, labels.gone)
    return () => enqueueTask(taskId, { kind: 'restore' }, labels.back)
  }
  return async () => {
    for (const { lane, method, url, body, label } of unmade) await enqueue({ lane, method, url, body, label })
  }
}
