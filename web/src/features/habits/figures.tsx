/** The figures of a habit in one row: streaks with their dates, strength beside a plain count, progress to its end. */
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { HabitRead } from '@/api'
import { mediumDate } from '@/lib/dates'
import { ProgressBar } from '@/ui'
import { HabitMark } from './habit-mark'
import { amountOfToday, periodWords, stateWords } from './words'

export function Figures({ habit }: { habit: HabitRead }) {
  const { t, i18n } = useLingui()
  const day = (date: string) => mediumDate(date, i18n.locale)
  const since = habit.current_streak_from && t`since ${day(habit.current_streak_from)}`
  const [from, to] = [habit.best_streak_from, habit.best_streak_to]
  const best = from && to && t`${day(from)} to ${day(to)}`
  return (
    <>
      <Today habit={habit} />
      <dl className="mt-5 grid grid-cols-2 gap-x-6 gap-y-5 min-[40rem]:grid-cols-4">
        <Figure
          name={t`Streak now`}
          value={habit.current_streak}
          note={since || t`begins with the next time`}
        />
        <Figure name={t`Best streak`} value={habit.best_streak} note={best || t`not yet`} />
        <Figure name={t`Strength`} value={habit.strength} note={t`of 100`} />
        <Figure name={t`Done`} value={habit.done_count} note={t`of ${habit.expected_count} asked for`} />
      </dl>
      <Progress habit={habit} />
    </>
  )
}

function Figure({ name, value, note }: { name: string; value: number; note: ReactNode }) {
  return (
    <div className="border-t border-rule pt-2">
      <dt className="text-small text-ink-2">{name}</dt>
      <dd className="figure text-[2rem] leading-[1.15]">{value}</dd>
      <dd className="text-small text-ink-2">{note}</dd>
    </div>
  )
}

function Today({ habit }: { habit: HabitRead }) {
  const { t, i18n } = useLingui()
  if (habit.is_archived) return null
  const words = [
    i18n._(stateWords[habit.state_today]),
    amountOfToday(habit),
    periodWords(habit),
    habit.note_today,
  ]
  return (
    <div className="flex min-h-14 items-center gap-2 border-b border-rule">
      <span className="-ml-2">
        <HabitMark habit={habit} />
      </span>
      <p>
        <span className="font-semibold">{t`Today`}</span>
        <span className="text-ink-2"> · {words.filter(Boolean).join(' · ')}</span>
      </p>
    </div>
  )
}

function Progress({ habit }: { habit: HabitRead }) {
  const { t, i18n } = useLingui()
  const percent = habit.progress_percent
  const limit = habit.completions_limit
  return (
    <>
      {percent !== null && habit.ends_on && (
        <ProgressBar
          className="mt-4"
          label={t`Progress to the end`}
          value={percent}
          max={100}
          before={t`${percent} of 100 percent`}
          after={t`ends ${mediumDate(habit.ends_on, i18n.locale)}`}
        />
      )}
      {limit !== null && (
        <ProgressBar
          className="mt-4"
          label={t`Times done until it ends`}
          value={habit.total_done}
          max={limit}
          before={t`${habit.total_done} of ${limit} times`}
          after={t`then it ends`}
        />
      )}
    </>
  )
}
