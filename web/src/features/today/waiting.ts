/** What waits in the outbox, as the day shows it: the rows as they will be, and which of them wait. */
import type { Today } from '@/api'
import type { Op } from '@/lib/outbox'
import { type TaskOp, taskOpOf } from '@/lib/task-ops'
import { dayAfter, targetOf, writeOfOp } from './check-in'
import { dayAfterSessions, sessionRowOf } from './session-write'
import { dayAfterTasks } from './task-write'

const taskOps = (waiting: readonly Op[]): TaskOp[] => waiting.flatMap((op) => taskOpOf(op) ?? [])

/** The day as it will be once everything that waits has been sent. */
export function dayWith(day: Today, waiting: readonly Op[]): Today {
  const ticked = waiting.reduce((shown, op) => {
    const target = targetOf(op)
    return target?.date === day.date ? dayAfter(shown, target.habitId, writeOfOp(op)) : shown
  }, day)
  return dayAfterSessions(dayAfterTasks(ticked, taskOps(waiting)), waiting)
}

/** The habits, tasks and dates of sessions of the day whose writes wait to be sent. */
export function idsWaiting(date: string | undefined, waiting: readonly Op[]): ReadonlySet<string> {
  const habits = waiting.flatMap((op) => targetOf(op) ?? []).filter((target) => target.date === date)
  return new Set([
    ...habits.map(({ habitId }) => habitId),
    ...taskOps(waiting)
      .filter(({ write }) => write.kind !== 'complete' || write.done_on === date)
      .map(({ taskId }) => taskId),
    ...waiting.flatMap((op) => sessionRowOf(op) ?? []),
  ])
}
