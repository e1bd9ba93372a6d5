/**
 * What a write makes of a task until the server has answered: only what is painted at once, and again from what waits
 * in the outbox. When a repeating task is due next is the server's to say.
 */
import type { ChecklistItemRead, ChecklistItemWrite, TaskCreate, TaskGroup, TaskRead } from '@/api'
import { newId } from '@/lib/ids'
import type { Op } from '@/lib/outbox'
import { type TaskWrite, taskOpOf } from '@/lib/tasks'

/** The list of an open task by its due date. */
export function listOf(due: string | null, today: string): TaskGroup {
  if (!due) return 'someday'
  const day = due.slice(0, 10)
  if (day === today) return 'today'
  return day < today ? 'overdue' : 'upcoming'
}

const asSteps = (steps: readonly ChecklistItemWrite[]): ChecklistItemRead[] =>
  steps.map(({ id, text, is_done = false }) => ({ id: id ?? newId(), text, is_done }))

const BLANK: Omit<TaskRead, 'id' | 'title'> = {
  notes: '',
  theme_id: null,
  priority: 'medium',
  status: 'open',
  due: null,
  list: 'someday',
  is_late: false,
  schedule: null,
  ends_on: null,
  checklist: [],
  // After all that are there: a new task goes to the end.
  position: Number.MAX_SAFE_INTEGER,
  created_on: '',
  created_at: '',
  updated_at: '',
  completed_on: null,
  completed_at: null,
  completions_count: 0,
  last_completion: null,
}

function withFields(task: TaskRead, body: Partial<TaskCreate>, today: string): TaskRead {
  const given = Object.fromEntries(
    Object.entries(body).filter(([field, value]) => value !== undefined && field !== 'checklist'),
  )
  const next = { ...task, ...given }
  return {
    ...next,
    // With a schedule and no date of its own the server finds the first day.
    list: next.status === 'done' ? 'done' : listOf(next.due, today),
    is_late: next.due === task.due && task.is_late,
    ...(body.checklist && { checklist: asSteps(body.checklist) }),
  }
}

/** The task after a write; a completed one keeps its list, so that its row stays where it was ticked. */
export function taskAfter(task: TaskRead, write: TaskWrite, today: string): TaskRead {
  switch (write.kind) {
    case 'complete':
      return { ...task, status: 'done', completed_on: write.done_on }
    case 'reopen':
      return { ...task, status: 'open', completed_on: null, list: listOf(task.due, today) }
    case 'update':
    case 'save':
      return withFields(task, write.body as Partial<TaskCreate>, today)
    case 'delete':
    case 'restore':
      return task
  }
}

/** The tasks as they will be once everything that waits has been sent; new ones come last. */
export function tasksWith(tasks: readonly TaskRead[], waiting: readonly Op[], today: string): TaskRead[] {
  const shown = new Map(tasks.map((task) => [task.id, task]))
  const gone = new Set<string>()
  for (const { taskId, write } of waiting.flatMap((op) => taskOpOf(op) ?? [])) {
    const task = shown.get(taskId) ?? made(taskId, write)
    if (task) shown.set(taskId, taskAfter(task, write, today))
    if (write.kind === 'delete') gone.add(taskId)
    else if (write.kind === 'restore' || write.kind === 'save') gone.delete(taskId)
  }
  return [...shown.values()].filter(({ id }) => !gone.has(id))
}

const made = (id: string, write: TaskWrite): TaskRead | undefined =>
  write.kind === 'save' ? { ...BLANK, id, title: write.body.title } : undefined

/** The tasks that something waits for. */
export const waitingFor = (waiting: readonly Op[]): ReadonlySet<string> =>
  new Set(waiting.flatMap((op) => taskOpOf(op)?.taskId ?? []))
