/** The quiet line under a habit's name: how often, how far, how long in a row; in the person's language. */
import { i18n } from '@lingui/core'
import { plural, t } from '@lingui/core/macro'
import type { HabitEntry, PeriodRead } from '@/api'
import { figure, shortDate, weekday } from '@/lib/dates'
import { scheduleInWords } from '@/lib/schedule-words'
import { daysBetween } from './days'

const number = (value: number) => figure(value, i18n.locale)

/** "41 in a row"; a single one is no row. */
function streakWords({ streak }: HabitEntry): string | undefined {
  return streak > 1 ? plural(streak, { one: '# in a row', other: '# in a row' }) : undefined
}

function waitWords({ can_wait_until }: PeriodRead, today: string): string | undefined {
  if (!can_wait_until) return undefined
  const days = daysBetween(today, can_wait_until)
  if (days <= 0) return t`today is the last chance`
  const last = days < 7 ? weekday(can_wait_until, i18n.locale) : shortDate(can_wait_until, i18n.locale)
  return t`can wait until ${last}`
}

/** "2 of 3 this week", "8.5 of 20 km this week". */
function periodWords(entry: HabitEntry, { done, needed }: PeriodRead): string {
  const period = entry.schedule.kind === 'times_per_period' ? entry.schedule.period : 'week'
  const unit = entry.target_per === 'period' && entry.unit ? ` ${entry.unit}` : ''
  const isMore = done > needed && entry.target_kind === 'at_least'
  const sum = `${isMore ? number(done) : t`${number(done)} of ${number(needed)}`}${unit}`
  if (period === 'week') return t`${sum} this week`
  if (period === 'month') return t`${sum} this month`
  return t`${sum} this year`
}

/** "1.2 of 2 l", "at most 2 cups". */
function amountWords({ amount, target, target_kind, unit }: HabitEntry): string {
  const suffix = unit ? ` ${unit}` : ''
  if (target === null) return amount === null ? '' : `${number(amount)}${suffix}`
  const aim = number(target)
  if (target_kind === 'at_least') return `${t`${number(amount ?? 0)} of ${aim}`}${suffix}`
  return `${amount === null ? t`At most ${aim}` : t`${number(amount)} of at most ${aim}`}${suffix}`
}

/** The amount of one day of a target per period, when it is not told how far that period is. */
function shareWords({ amount, unit }: HabitEntry): string | undefined {
  return amount === null ? undefined : `${number(amount)} ${unit}`.trim()
}

/** `today` is missing on a past day: streaks and what can wait are told of the present only. */
export function quietLine(entry: HabitEntry, today: string | undefined): string {
  const isMeasured = entry.habit_kind === 'measure'
  const isPerDay = isMeasured && entry.target_per === 'day'
  const parts =
    entry.period && today
      ? [
          isPerDay && amountWords(entry),
          periodWords(entry, entry.period),
          entry.state === 'open' && waitWords(entry.period, today),
        ]
      : [
          isMeasured && (isPerDay ? amountWords(entry) : shareWords(entry)),
          !isPerDay && scheduleInWords(entry.schedule),
          today && streakWords(entry),
        ]
  return parts.filter(Boolean).join(' · ')
}
