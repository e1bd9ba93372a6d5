/** Words that several habits screens share. */
import type { MessageDescriptor } from '@lingui/core'
import { i18n } from '@lingui/core'
import { msg, plural, t } from '@lingui/core/macro'
import type { DayState, HabitRead } from '@/api'
import { figure, weekday } from '@/lib/dates'
import { nameProblems } from '@/lib/problem'

nameProblems({
  habit_not_found: msg`This habit is not here any more.`,
  habit_archived: msg`The habit was archived before that day.`,
  too_many_habits: msg`There are 500 habits already. Delete some first.`,
  theme_without_habits: msg`This theme has no habits to pause.`,
  too_many_pauses: msg`There are 1000 pauses already. Delete some first.`,
})

export const stateWords: Record<DayState, MessageDescriptor> = {
  done: msg`done`,
  missed: msg`missed`,
  skipped: msg`skipped`,
  paused: msg`paused`,
  extra: msg`done, not asked for`,
  open: msg`open`,
  upcoming: msg`planned`,
  off: msg`nothing asked`,
}

/** "41 in a row", by what the habit's streak counts; nothing before there is a row. */
export function streakWords(habit: HabitRead): string {
  const count = habit.current_streak
  if (count < 2) return ''
  if (habit.schedule.kind !== 'times_per_period') return t`${count} in a row`
  const { period } = habit.schedule
  if (period === 'week') return plural(count, { one: '# week in a row', other: '# weeks in a row' })
  if (period === 'month') return plural(count, { one: '# month in a row', other: '# months in a row' })
  return plural(count, { one: '# year in a row', other: '# years in a row' })
}

export const amountWords = (amount: number, unit: string): string =>
  `${figure(amount, i18n.locale)}${unit ? ` ${unit}` : ''}`

/** "2 of 3 this week · can wait until Sunday", for quotas. */
export function periodWords(habit: HabitRead): string {
  const { period, schedule } = habit
  if (!period || schedule.kind !== 'times_per_period') return ''
  const done = figure(period.done, i18n.locale)
  const needed =
    habit.target_per === 'period'
      ? amountWords(period.needed, habit.unit)
      : figure(period.needed, i18n.locale)
  const so = {
    week: t`${done} of ${needed} this week`,
    month: t`${done} of ${needed} this month`,
    year: t`${done} of ${needed} this year`,
  }[schedule.period]
  if (!period.can_wait_until || schedule.period !== 'week') return so
  const day = weekday(period.can_wait_until, i18n.locale)
  return `${so} · ${t`can wait until ${day}`}`
}

/** "1.2 of 2 l", for amounts of a day. */
export function amountOfToday(habit: HabitRead): string {
  if (habit.kind !== 'measure' || habit.target === null || habit.target_per === 'period') return ''
  const target = amountWords(habit.target, habit.unit)
  if (habit.amount_today === null)
    return habit.target_kind === 'at_most' ? t`at most ${target}` : t`at least ${target}`
  const amount = figure(habit.amount_today, i18n.locale)
  return t`${amount} of ${target}`
}
