/** The figures of the range in one row, each with what became of it since the period before. */
import { t } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import type { Change, Statistics } from '@/api'
import { dateSpan } from '@/lib/dates'
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
  const { habits, tasks } = stats.totals
  const due = number(habits.due)
  const onTime = ofWords(tasks.on_time, tasks.with_due)
  const change = changeOf(stats)
  const counted = (by: number | undefined) => by !== undefined && countDifference(by)
  const points = change?.on_time_points ?? null
  return (
    <section aria-label={t`In figures`} className="mt-7">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-6 min-[40rem]:grid-cols-4">
        <Figure
          name={t`Habits done`}
          value={number(habits.done)}
          note={t`of ${due} due`}
          difference={counted(change?.habits_done)}
        />
        <Figure
          name={t`Tasks done`}
          value={number(tasks.done)}
          note={openWords(stats.tasks_now)}
          difference={counted(change?.tasks_done)}
        />
        <Figure
          name={t`Tasks on time`}
          value={percentOrNone(tasks.on_time_rate)}
          note={t`${onTime} with a date`}
          difference={points !== null && pointsDifference(points)}
        />
        <Figure
          name={t`New tasks`}
          value={number(tasks.created)}
          note={balanceWords(tasks)}
          difference={counted(change?.tasks_created)}
        />
      </dl>
      {change && stats.previous && <ComparedWith previous={stats.previous} />}
    </section>
  )
}

function openWords({ open, overdue }: Statistics['tasks_now']): string {
  const [all, late] = [number(open), number(overdue)]
  return overdue > 0 ? t`${all} open, ${late} overdue` : t`${all} open`
}

interface FigureProps {
  name: string
  value: string
  note: string
  difference: Difference | false
}

const arrows = { more: 'rise', less: 'fall', same: 'same' } as const

function Figure({ name, value, note, difference }: FigureProps) {
  return (
    <div className="border-t border-rule pt-2">
      <dt className="text-small text-ink-2">{name}</dt>
      <dd className="figure text-[2rem] leading-[1.15] wrap-anywhere">{value}</dd>
      <dd className="text-small text-ink-2">{note}</dd>
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
