/** The figures of the range in one row, each with what became of it since the period before. */
import { t } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import clsx from 'clsx'
import type { Change, Statistics } from '@/api'
import { dateSpan } from '@/lib/date-spans'
import { Icon } from '@/ui'
import {
  balanceWords,
  countDifference,
  type Difference,
  number,
  ofWords,
  percentOrNone,
  pointsDifference,
} from './words'

/** A period in which nothing was begun yet has nothing to be compared with. */
function changeOf({ change, previous }: Statistics): Change | null {
  const hadAny = previous && (previous.habits.due || previous.tasks.created || previous.tasks.done)
  return hadAny ? change : null
}

export function Figures({ stats }: { stats: Statistics }) {
  const { t } = useLingui()
  const change = changeOf(stats)
  return (
    <section aria-label={t`In figures`} className="mt-7">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-6 min-[40rem]:grid-cols-4">
        {figuresOf(stats, change).map((figure) => (
          <Figure key={figure.name} {...figure} />
        ))}
      </dl>
      {change && stats.previous && <ComparedWith previous={stats.previous} />}
    </section>
  )
}

/** Who keeps no tasks, or no habits, is not shown what comes to nothing. */
function figuresOf(stats: Statistics, change: Change | null): FigureProps[] {
  const { habits, tasks } = stats.totals
  const hasHabits = habits.due + habits.skipped > 0
  const hasTasks = tasks.created + tasks.done + stats.tasks_now.open > 0
  return [
    ...(hasHabits ? habitFigures(stats, change) : []),
    ...(hasTasks ? taskFigures(stats, change) : hasHabits ? otherHabitFigures(stats) : []),
  ]
}

function habitFigures({ totals: { habits } }: Statistics, change: Change | null): FigureProps[] {
  const due = number(habits.due)
  return [
    {
      name: t`Habits done`,
      value: number(habits.done),
      note: t`of ${due} due`,
      difference: change && countDifference(change.habits_done),
    },
  ]
}

function otherHabitFigures({ totals: { habits }, streaks }: Statistics): FigureProps[] {
  const longest = streaks[0]
  return [
    { name: t`Missed`, value: number(habits.missed), note: t`counts as due` },
    { name: t`Skipped`, value: number(habits.skipped), note: t`does not count` },
    ...(longest?.current
      ? [{ name: t`Streak now`, value: number(longest.current), note: longest.habit.name }]
      : []),
  ]
}

function taskFigures({ totals: { tasks }, tasks_now }: Statistics, change: Change | null): FigureProps[] {
  const onTime = ofWords(tasks.on_time, tasks.with_due)
  const points = change?.on_time_points ?? null
  return [
    {
      name: t`Tasks done`,
      value: number(tasks.done),
      note: openWords(tasks_now),
      difference: change && countDifference(change.tasks_done),
    },
    {
      name: t`Tasks on time`,
      value: percentOrNone(tasks.on_time_rate),
      note: tasks.with_due > 0 ? t`${onTime} with a date` : t`none had a date`,
      difference: points === null ? null : pointsDifference(points),
    },
    {
      name: t`New tasks`,
      value: number(tasks.created),
      note: tasks.created + tasks.done > 0 ? balanceWords(tasks) : t`none were done`,
      difference: change && countDifference(change.tasks_created),
    },
  ]
}

function openWords({ open, overdue }: Statistics['tasks_now']): string {
  const [all, late] = [number(open), number(overdue)]
  return overdue > 0 ? t`${all} open, ${late} overdue` : t`${all} open`
}

interface FigureProps {
  name: string
  value: string
  note: string
  difference?: Difference | null
}

/** Digits and marks beyond which a figure is set smaller, so that it stays on its line. */
const LONG = 8

const arrows = { more: 'rise', less: 'fall', same: 'same' } as const

function Figure({ name, value, note, difference }: FigureProps) {
  return (
    <div className="border-t border-rule pt-2">
      <dt className="text-small text-ink-2">{name}</dt>
      <dd
        className={clsx(
          'figure wrap-anywhere',
          value.length > LONG ? 'text-title leading-[1.67]' : 'text-[2rem] leading-[1.15]',
        )}
      >
        {value}
      </dd>
      <dd className="text-small text-ink-2 wrap-anywhere">{note}</dd>
      {difference && (
        <dd className="mt-1 flex items-center gap-1 text-small font-medium">
          <Icon name={arrows[difference.direction]} size={15} className="text-ink-2" />
          {difference.words}
        </dd>
      )}
    </div>
  )
}

function ComparedWith({ previous }: { previous: NonNullable<Statistics['previous']> }) {
  const { i18n } = useLingui()
  const days = dateSpan(previous.from, previous.to, i18n.locale)
  return (
    <p className="mt-3 text-small text-ink-2">
      <Trans>Compared with {days}.</Trans>
    </p>
  )
}
