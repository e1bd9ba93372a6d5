/** Words that the screens of tasks share. */
import type { MessageDescriptor } from '@lingui/core'
import { i18n } from '@lingui/core'
import { msg, plural, t } from '@lingui/core/macro'
import type { Priority, TaskGroup, TaskRead } from '@/api'
import { addDays, clockTime, daysBetween, mediumDate, shortDate, weekday } from '@/lib/dates'
import { nameProblems } from '@/lib/problem'

nameProblems({
  task_not_found: msg`This task is not here any more.`,
  too_many_tasks: msg`There are as many open tasks as there can be. Finish or delete some first.`,
  ends_without_schedule: msg`Only a task that repeats has an end.`,
  ends_before_start: msg`The end lies before the start`,
})

export const listWords: Record<TaskGroup, MessageDescriptor> = {
  overdue: msg`Overdue`,
  today: msg`Today`,
  upcoming: msg`Upcoming`,
  someday: msg`Someday`,
  done: msg`Done`,
}

export const priorityWords: Record<Priority, MessageDescriptor> = {
  high: msg`High`,
  medium: msg`Normal`,
  low: msg`Low`,
}

/** A date as it is said from today: "yesterday", "tomorrow", "Monday", "24 Nov", "24 Nov 2027". */
export function dayWords(date: string, today: string): string {
  const days = daysBetween(today, date)
  if (days === 0) return t`today`
  if (days === 1) return t`tomorrow`
  if (days === -1) return t`yesterday`
  if (days > 1 && days < 7) return weekday(date, i18n.locale)
  return date.slice(0, 4) === today.slice(0, 4) ? shortDate(date, i18n.locale) : mediumDate(date, i18n.locale)
}

/** "Monday, 24 Nov" for headings of days. */
export function dayHeading(date: string, today: string): { name: string; aside?: string } {
  const short = shortDate(date, i18n.locale)
  if (date === today) return { name: t`Today`, aside: short }
  if (date === addDays(today, 1)) return { name: t`Tomorrow`, aside: short }
  if (date === addDays(today, -1)) return { name: t`Yesterday`, aside: short }
  return { name: weekday(date, i18n.locale), aside: short }
}

interface Shown {
  today: string
  /** The heading says the day already. */
  underDay: boolean
}

/** When it is due, as its row says it; nothing where the heading has said it all. */
export function dueWords({ due, list, is_late }: TaskRead, { today, underDay }: Shown): string {
  if (!due) return ''
  const [date = '', time] = due.split('T')
  const at = time && clockTime(time, i18n.locale)
  if (list === 'overdue') {
    const days = daysBetween(date, today)
    const since = plural(days, { one: 'since yesterday', other: '# days late' })
    return at ? `${since} · ${at}` : since
  }
  if (at && is_late) return t`was due at ${at}`
  if (underDay) return at ? t`at ${at}` : ''
  const day = dayWords(date, today)
  return at ? t`${day} at ${at}` : day
}

/** "3 of 5", for a checklist. */
export function stepWords({ checklist }: Pick<TaskRead, 'checklist'>): string {
  const done = checklist.filter((step) => step.is_done).length
  return t`${done} of ${checklist.length}`
}
