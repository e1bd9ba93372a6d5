/** The headline: the success rate of the range as its large figure, read on by the words beside it. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Statistics } from '@/api'
import { dateSpan } from '@/lib/date-spans'
import { DayHeadline, Skeleton } from '@/ui'
import { Downloads, type DownloadsProps } from './downloads'
import { number, percent, percentParts, quietLine } from './words'

interface HeadlineProps extends DownloadsProps {
  /** Undefined until they are read. */
  stats: Statistics | undefined
}

export function Headline({ stats, ...asked }: HeadlineProps) {
  const { t } = useLingui()
  const actions = <Downloads {...asked} />
  if (!stats)
    return (
      <DayHeadline
        figure={<Skeleton className="h-[0.74em] w-28" />}
        title={t`of what was due was done`}
        spoken={t`Statistics`}
        meta={<Skeleton className="h-[4.1em] w-40 wide:h-[1.375em] wide:w-80" />}
        actions={actions}
      />
    )
  const { success_rate: rate } = stats.totals.habits
  if (rate === null) return <WithoutHabits stats={stats} actions={actions} />
  const title = t`of what was due was done`
  return (
    <DayHeadline
      figure={<Share rate={rate} />}
      title={title}
      spoken={`${t`Statistics`}: ${percent(rate)} ${title}`}
      meta={quietLine(stats)}
      actions={actions}
    />
  )
}

/** Nothing was due: what is left to count is tasks, or nothing. */
function WithoutHabits({ stats, actions }: { stats: Statistics; actions: ReactNode }) {
  const { t, i18n } = useLingui()
  const { from, to } = stats.range
  const { done } = stats.totals.tasks
  const title = t`Statistics`
  return (
    <DayHeadline
      {...(done > 0 && { figure: number(done) })}
      title={
        done > 0 ? plural(done, { one: 'task done in these days', other: 'tasks done in these days' }) : title
      }
      {...(done > 0 && {
        spoken: `${title}: ${plural(done, { one: '# task done', other: '# tasks done' })}`,
      })}
      meta={dateSpan(from, to, i18n.locale)}
      actions={actions}
    />
  )
}

function Share({ rate }: { rate: number }) {
  const { numeral, sign, isSignFirst } = percentParts(rate)
  const small = <span className="text-[0.5em] tracking-normal text-ink-2">{sign}</span>
  return (
    <span className="whitespace-nowrap">
      {isSignFirst && small}
      {numeral}
      {!isSignFirst && small}
    </span>
  )
}
