/**
 * A schedule in words: "Every day", "Every other week on Monday and Thursday", "3 times a week".
 * Words only: when something falls due is the server's to say. Lists and weekdays follow the locale.
 */
import { i18n } from '@lingui/core'
import { plural, t } from '@lingui/core/macro'
import type { HabitRead, TimesPerPeriodSchedule, Weekday } from '@/api'
import { regional } from './i18n'

export type Schedule = HabitRead['schedule']

/** From Monday on, as the server writes them. */
export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const WORKING_DAYS: readonly Weekday[] = WEEKDAYS.slice(0, 5)
/** A Monday, the first of January 2024, to take the names of days and months from. */
const MONDAY = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000

const format = (instant: number, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(regional(i18n.locale), { ...options, timeZone: 'UTC' }).format(instant)

/** The name of a weekday in the person's language. */
export const weekdayName = (day: Weekday, style: 'long' | 'short' | 'narrow' = 'long'): string =>
  format(MONDAY + WEEKDAYS.indexOf(day) * DAY_MS, { weekday: style })

/** The weekday of a date. */
export const weekdayOf = (date: string): Weekday =>
  WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'mon'

/** The seven weekdays from the one that begins the person's week. */
export function weekFrom(start: Weekday): Weekday[] {
  const first = WEEKDAYS.indexOf(start)
  return [...WEEKDAYS.slice(first), ...WEEKDAYS.slice(0, first)]
}

/** "Monday, Wednesday and Friday". */
export const listInWords = (parts: readonly string[]): string =>
  new Intl.ListFormat(regional(i18n.locale), { type: 'conjunction' }).format(parts)

const hasExactly = (days: readonly Weekday[], wanted: readonly Weekday[]) =>
  new Set(days).size === wanted.length && wanted.every((day) => days.includes(day))

function weeklyDays(days: readonly Weekday[], every: number): string {
  const names = listInWords(WEEKDAYS.filter((day) => days.includes(day)).map((day) => weekdayName(day)))
  if (every === 2) return t`Every other week on ${names}`
  if (every > 2) return plural(every, { one: `Every week on ${names}`, other: `Every # weeks on ${names}` })
  if (hasExactly(days, WEEKDAYS)) return t`Every day`
  if (hasExactly(days, WORKING_DAYS)) return t`On working days`
  return hasExactly(days, ['sat', 'sun']) ? t`At weekends` : t`Every ${names}`
}

function monthlyDay(day: number, every: number): string {
  if (day === 31) {
    if (every === 1) return t`On the last day of every month`
    return plural(every, {
      one: 'On the last day of every month',
      other: 'On the last day of every # months',
    })
  }
  if (every === 1) return t`Every month on day ${day}`
  return plural(every, { one: `Every month on day ${day}`, other: `Every # months on day ${day}` })
}

function yearlyDate(month: number, day: number, every: number): string {
  const date = format(Date.UTC(2024, month - 1, day), { day: 'numeric', month: 'long' })
  if (every === 1) return t`Every year on ${date}`
  return plural(every, { one: `Every year on ${date}`, other: `Every # years on ${date}` })
}

function cycle(active: number, free: number): string {
  if (free === 0) return t`Every day`
  if (active === 1 && free === 1) return t`Every other day`
  if (active === 1) {
    const length = active + free
    return plural(length, { one: 'Every day', other: 'Every # days' })
  }
  const on = plural(active, { one: '# day on', other: '# days on' })
  const off = plural(free, { one: '# day off', other: '# days off' })
  return t`${on}, ${off}`
}

function timesPerPeriod(times: number, period: TimesPerPeriodSchedule['period']): string {
  if (period === 'week') return plural(times, { one: 'Once a week', other: '# times a week' })
  if (period === 'month') return plural(times, { one: 'Once a month', other: '# times a month' })
  return plural(times, { one: 'Once a year', other: '# times a year' })
}

/** The schedule as a phrase that can stand alone: it begins with a capital and ends without a full stop. */
export function scheduleInWords(schedule: Schedule): string {
  switch (schedule.kind) {
    case 'daily':
      return t`Every day`
    case 'weekly_days':
      return weeklyDays(schedule.days, schedule.every ?? 1)
    case 'monthly_day':
      return monthlyDay(schedule.day, schedule.every ?? 1)
    case 'yearly_date':
      return yearlyDate(schedule.month, schedule.day, schedule.every ?? 1)
    case 'interval_cycle':
      return cycle(schedule.active_days, schedule.break_days)
    case 'times_per_period':
      return timesPerPeriod(schedule.times, schedule.period)
    case 'after_completion':
      return plural(schedule.days, {
        one: 'Again a day after it was done',
        other: 'Again # days after it was done',
      })
  }
}
