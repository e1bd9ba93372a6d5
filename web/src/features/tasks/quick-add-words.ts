/** What was understood of a line, in words. */
import { i18n } from '@lingui/core'
import { t } from '@lingui/core/macro'
import type { Priority, QuickAddRead } from '@/api'
import { addDays, clockTime, daysBetween, mediumDate, shortDate, weekdayShort } from '@/lib/dates'
import { scheduleInWords } from '@/lib/schedule-words'
import type { IconName } from '@/ui'
import type { Part } from './quick-add-spans'
import { priorityWords } from './words'

/** "tomorrow, 25 June", "Mon 30 June": the weekday tells whether the right day was understood. */
export function readDate(date: string, today: string): string {
  const day =
    date.slice(0, 4) === today.slice(0, 4) ? shortDate(date, i18n.locale) : mediumDate(date, i18n.locale)
  if (date === today) return t`today, ${day}`
  if (date === addDays(today, 1)) return t`tomorrow, ${day}`
  const name = weekdayShort(date, i18n.locale)
  return daysBetween(today, date) < 365 ? t`${name} ${day}` : day
}

export const partIcons: Record<Exclude<Part['kind'], 'theme'>, IconName> = {
  date: 'calendar',
  time: 'clock',
  repeat: 'habits',
  priority: 'flag',
}

/** A recognised part as its chip shows it. */
export function partWords({ kind, value }: Part, read: QuickAddRead, today: string): string {
  switch (kind) {
    case 'date':
      return readDate(value, today)
    case 'time':
      return clockTime(value, i18n.locale)
    case 'repeat':
      return read.schedule ? scheduleInWords(read.schedule) : value
    case 'priority':
      return i18n._(priorityWords[value as Priority])
    case 'theme':
      return read.theme?.id ? value : t`new theme: ${value}`
  }
}

/** The same with what it is, for where no icon is seen. */
export function spokenPart(part: Part, read: QuickAddRead, today: string): string {
  const words = partWords(part, read, today)
  switch (part.kind) {
    case 'date':
      return t`due ${words}`
    case 'time':
      return t`at ${words}`
    case 'repeat':
      return t`repeats: ${words}`
    case 'priority':
      return t`priority: ${words}`
    case 'theme':
      return read.theme?.id ? t`theme: ${words}` : words
  }
}

/** When it is due where the line itself names no day: a time alone, or the first date of a repeat. */
export function impliedDate({ due, schedule }: QuickAddRead, parts: readonly Part[], today: string): string {
  const date = due?.slice(0, 10)
  if (!date || parts.some(({ kind, value }) => kind === 'date' && value === date)) return ''
  const words = readDate(date, today)
  return schedule ? t`first due ${words}` : t`due ${words}`
}

/** "Mon 30 June, 9:00 · Every Monday", for the message that it is noted. */
export function dueInWords({ due, schedule }: QuickAddRead, today: string): string {
  const [date, time] = (due ?? '').split('T')
  const when =
    date && [readDate(date, today), time && clockTime(time, i18n.locale)].filter(Boolean).join(', ')
  return [when, schedule && scheduleInWords(schedule)].filter(Boolean).join(' · ')
}
