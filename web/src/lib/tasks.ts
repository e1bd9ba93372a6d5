/** Saving a task that was typed, and hearing of what was sent; with the writes of src/lib/task-ops.ts. */
import { putTask, type TaskRead, updateTask } from '@/api'
import { enqueue, onSent, unmake } from './outbox'
import { sendOrKeep } from './send-or-keep'
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

/** Save what was typed; answers the task, or nothing where it is kept to be sent later. */
export const saveTask = (taskId: string, write: Saving, label: string): Promise<TaskRead | undefined> =>
  sendOrKeep({
    isBefore: ({ lane }) => lane === LANE + taskId,
    send: () => sendNow(taskId, write),
    keep: () => enqueueTask(taskId, write, label),
  })

function sendNow(taskId: string, write: Saving) {
  const path = { task_id: taskId }
  return write.kind === 'save'
    ? putTask({ path, body: write.body, throwOnError: true })
    : updateTask({ path, body: write.body, throwOnError: true })
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
