/** The quiet line under a task's title: since when due, how urgent, how far, how often; in the person's language. */
import { i18n } from '@lingui/core'
import { plural, t } from '@lingui/core/macro'
import type { TaskEntry } from '@/api'
import { clockTime, daysBetween, shortDate, weekday } from '@/lib/dates'
import { scheduleInWords } from '@/lib/schedule-words'
import { dateOfDue } from './task-write'

/** "due yesterday", "due Monday, 4 days ago"; nothing for what is due on the day itself. */
export function overdueWords({ due, state }: TaskEntry, date: string): string | undefined {
  if (due === null) return undefined
  const on = dateOfDue(due)
  const days = daysBetween(on, date)
  if (days <= 0) return undefined
  if (days === 1) return t`due yesterday`
  const name = days < 7 ? weekday(on, i18n.locale) : shortDate(on, i18n.locale)
  if (state === 'done') return t`due ${name}`
  return t`due ${name}, ${plural(days, { one: '# day ago', other: '# days ago' })}`
}

const priorityWords = ({ priority }: TaskEntry): string | undefined => {
  if (priority === 'high') return t`high priority`
  return priority === 'low' ? t`low priority` : undefined
}

function stepWords({ checklist_done, checklist_total }: TaskEntry): string | undefined {
  if (checklist_total === 0) return undefined
  const steps = plural(checklist_total, { one: '# step', other: '# steps' })
  return t`${checklist_done} of ${steps}`
}

/** A time of an earlier day stands in no column of this one. */
const timeWords = ({ due, at }: TaskEntry): string | undefined => {
  const time = due?.slice(11)
  return time && at === null ? clockTime(time, i18n.locale) : undefined
}

/** The rest of the line. */
export const taskLine = (entry: TaskEntry): string =>
  [
    timeWords(entry),
    priorityWords(entry),
    stepWords(entry),
    entry.schedule && scheduleInWords(entry.schedule),
  ]
    .filter(Boolean)
    .join(' · ')
