/**
 * What a write to a task makes of its row until the server has answered. When a repeating task is due next is the
 * server's to say: this is only what is painted at once, and again from what waits in the outbox.
 */
import type { TaskEntry, Today } from '@/api'
import { addDays } from '@/lib/dates'
import type { TaskOp, TaskWrite } from '@/lib/task-ops'
import { changeRows, type Entry, isTask } from './entries'

type Day = Pick<Today, 'date' | 'today'>

/** A due is a date, or a date and a time of the clock on the wall. */
export const dateOfDue = (due: string): string => due.slice(0, 10)
const timeOfDue = (due: string): string | null => due.slice(11) || null

/** The row as this write leaves it; a write that says nothing of this day leaves it alone. */
export function taskAfter(entry: TaskEntry, write: TaskWrite, day: Day): TaskEntry {
  switch (write.kind) {
    case 'complete':
      if (write.done_on === day.date) return { ...entry, state: 'done', is_late: false, actions: ['undo'] }
      // Only what was done last can be taken back.
      return { ...entry, actions: entry.actions.filter((action) => action !== 'undo') }
    case 'reopen':
      return entry.actions.includes('undo') ? standing(entry, entry.due, day) : entry
    case 'update':
    case 'save':
      return write.body.due === undefined ? entry : standing(entry, write.body.due, day)
    default:
      return entry
  }
}

/** Open again, with this due. */
function standing(entry: TaskEntry, due: string | null, day: Day): TaskEntry {
  const isOverdue = due !== null && dateOfDue(due) < day.date
  const isPast = day.date < day.today
  return {
    ...entry,
    due,
    at: due && !isOverdue ? timeOfDue(due) : null,
    state: isPast ? 'missed' : isOverdue ? 'overdue' : 'open',
    urgency: isOverdue ? 'overdue' : 'due',
    actions: isPast ? ['done'] : ['done', ...(isOverdue ? ['today'] : []), 'tomorrow', 'someday'],
  }
}

/** Whether the day still asks for it: what was put off stands on another day. */
const staysOn = ({ state, due }: TaskEntry, { date }: Day) =>
  state === 'done' || (due !== null && dateOfDue(due) <= date)

/** The day with what is done to its tasks, in order. */
export function dayAfterTasks(day: Today, ops: readonly TaskOp[]): Today {
  if (ops.length === 0) return day
  return changeRows(day, (entry): Entry | undefined => {
    const own = ops.filter(({ taskId }) => taskId === entry.id)
    if (own.length === 0 || !isTask(entry)) return entry
    if (own.at(-1)?.write.kind === 'delete') return undefined
    const after = own.reduce((row, { write }) => taskAfter(row, write, day), entry)
    return staysOn(after, day) ? after : undefined
  })
}

export type Delay = 'today' | 'tomorrow' | 'someday'

/** The due after putting a task off, at its time of day; null for no date at all. */
export function delayed({ due }: Pick<TaskEntry, 'due'>, delay: Delay, today: string): string | null {
  if (delay === 'someday') return null
  const date = delay === 'today' ? today : addDays(today, 1)
  const time = due && timeOfDue(due)
  return time ? `${date}T${time}` : date
}
