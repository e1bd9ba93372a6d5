/** An insight as a sentence that names its numbers, and where it leads. */
import { i18n } from '@lingui/core'
import { plural, t } from '@lingui/core/macro'
import type { HabitInsight, Statistics } from '@/api'
import { mediumDate } from '@/lib/dates'
import { weekdayName } from '@/lib/schedule-words'
import { number, ofWords, percent } from './words'

export type Insight = Statistics['insights'][number]

/** `days` is the length of the range, and of the period before that it is compared with. */
export function sentenceOf(insight: Insight, days: number): string {
  switch (insight.code) {
    case 'success_rising':
    case 'success_falling':
      return successWords(insight.values, insight.code === 'success_rising', days)
    case 'weekday_difference': {
      const { weekday, success_rate, other_weekday, other_success_rate } = insight.values
      const [best, worst] = [weekdayName(weekday), weekdayName(other_weekday)]
      const [most, least] = [percent(success_rate), percent(other_success_rate)]
      return t`${best} goes best: ${most} is done, against ${least} on ${worst}.`
    }
    case 'streak_record': {
      const { habit_name: habit, length, first_on } = insight.values
      const [count, since] = [number(length), mediumDate(first_on, i18n.locale)]
      return t`“${habit}” is on its longest run yet: ${count} in a row, since ${since}.`
    }
    case 'habit_every_time':
    case 'habit_struggling':
      return habitWords(insight)
    case 'theme_quiet': {
      const { theme_name: theme, days: quiet, previous_done } = insight.values
      const before = plural(previous_done, { one: '# time', other: '# times' })
      return t`Nothing of “${theme}” was done for ${quiet} days or more; in the period before, it was ${before}.`
    }
    case 'tasks_on_time':
    case 'tasks_late': {
      const { on_time, with_due, on_time_rate } = insight.values
      const [share, count] = [percent(on_time_rate), ofWords(on_time, with_due)]
      return insight.code === 'tasks_on_time'
        ? t`Tasks get done by the day they are due: ${count}, or ${share}.`
        : t`Most tasks get done late: only ${count} were on time, or ${share}.`
    }
    case 'tasks_piling_up': {
      const created = number(insight.values.created)
      return plural(insight.values.done, {
        one: `Tasks are piling up: ${created} came in, # was done.`,
        other: `Tasks are piling up: ${created} came in, # were done.`,
      })
    }
  }
}

function successWords(
  values: { success_rate: number; previous_success_rate: number },
  isRising: boolean,
  days: number,
): string {
  const [now, before] = [percent(values.success_rate), percent(values.previous_success_rate)]
  return isRising
    ? t`More gets done than in the ${days} days before: ${now} of what is due, up from ${before}.`
    : t`Less gets done than in the ${days} days before: ${now} of what is due, down from ${before}.`
}

function habitWords({ code, values }: HabitInsight): string {
  const { habit_name: habit, due, done } = values
  const [all, count] = [number(due), ofWords(done, due)]
  return code === 'habit_every_time'
    ? t`“${habit}” was done every single time, all ${all} of them.`
    : t`“${habit}” was missed more often than not: done ${count} times.`
}

/** The habit that an insight is about. */
export const habitOf = ({ values }: Insight): string | undefined =>
  'habit_id' in values ? values.habit_id : undefined
