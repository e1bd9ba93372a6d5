/** How it went over the range: the success rate as a line over the tasks done as bars, point below point. */
import { plural, t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { type PointerEvent, useState } from 'react'
import type { PointUnit, Statistics, Trend, TrendPoint } from '@/api'
import { useMe } from '@/lib/session'
import { RatePanel } from './rate-panel'
import { ChartSection } from './section'
import { TasksPanel } from './tasks-panel'
import { bandAt, middleOf, ticksOf } from './trend-lines'
import { number, ofWords, percentOrNone, pointWords } from './words'

export function TrendSection({ stats, color }: { stats: Statistics; color: string }) {
  const { t } = useLingui()
  const { unit, points } = stats.trend
  return (
    <ChartSection
      title={{ day: t`Day by day`, week: t`Week by week`, month: t`Month by month` }[unit]}
      summary={summaryOf(stats)}
      columns={[
        { day: t`Day`, week: t`Week`, month: t`Month` }[unit],
        t`Success`,
        t`Habits done`,
        t`Tasks done`,
        t`New tasks`,
      ]}
      rows={points.map((point) => ({
        key: point.from,
        name: pointWords(point, unit),
        cells: [
          percentOrNone(point.success_rate),
          point.habits_due > 0 ? ofWords(point.habits_done, point.habits_due) : '–',
          number(point.tasks_done),
          number(point.tasks_created),
        ],
      }))}
    >
      <Panels stats={stats} color={color} />
    </ChartSection>
  )
}

/** "Success from 80% (22 Oct) to 90% (20 Nov), 87% in all; 58 tasks done, at most 6 at once". */
function summaryOf({ trend, totals }: Statistics): string {
  const named = trend.points.filter(({ success_rate }) => success_rate !== null)
  const [first, last] = [named[0], named.at(-1)]
  const words = (point: TrendPoint | undefined) =>
    point ? `${percentOrNone(point.success_rate)} (${pointWords(point, trend.unit)})` : ''
  const [from, to] = [words(first), words(last)]
  const rates = first ? t`Success rate, from ${from} to ${to}.` : t`No habit was due.`
  const tasks = plural(totals.tasks.done, { one: '# task done.', other: '# tasks done.' })
  return `${rates} ${tasks}`
}

function Panels({ stats, color }: { stats: Statistics; color: string }) {
  const { unit, points } = stats.trend
  const average = stats.totals.habits.success_rate
  const [pointed, setPointed] = useState<number>()
  const point = pointed === undefined ? undefined : points[pointed]
  const find = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    setPointed(bandAt((event.clientX - box.left) / box.width, points.length))
  }
  return (
    <>
      <div
        className="relative mr-13 touch-pan-y select-none"
        onPointerMove={find}
        onPointerDown={find}
        onPointerLeave={() => setPointed(undefined)}
      >
        {average !== null && <RatePanel points={points} average={average} color={color} />}
        <TasksPanel points={points} pointed={pointed} />
        {pointed !== undefined && (
          <span
            className="pointer-events-none absolute inset-y-0 border-l border-edge"
            style={{ left: `${middleOf(pointed, points.length) * 100}%` }}
          />
        )}
      </div>
      <Ticks trend={stats.trend} />
      <p className="no-print mt-1 min-h-5 text-small text-ink-2 tabular-nums">
        {point && readingOf(point, unit)}
      </p>
    </>
  )
}

function readingOf(point: TrendPoint, unit: PointUnit): string {
  const [count, share] = [ofWords(point.habits_done, point.habits_due), percentOrNone(point.success_rate)]
  const habits = plural(point.habits_due, {
    one: `${count} habit (${share})`,
    other: `${count} habits (${share})`,
  })
  const tasks = plural(point.tasks_done, { one: '# task done', other: '# tasks done' })
  return [pointWords(point, unit), point.habits_due > 0 ? habits : t`no habit due`, tasks].join(' · ')
}

const EDGE = 0.06

function Ticks({ trend }: { trend: Trend }) {
  const weekStart = useMe()?.week_start ?? 'mon'
  const count = trend.points.length
  return (
    <div className="relative mr-13 h-5 text-tiny text-ink-2">
      {ticksOf(trend, weekStart).map(({ index, label }) => {
        const at = middleOf(index, count)
        const shift = at < EDGE ? '' : at > 1 - EDGE ? '-translate-x-full' : '-translate-x-1/2'
        return (
          <span
            key={index}
            className={`absolute top-1 leading-tight whitespace-nowrap ${shift}`}
            style={at < EDGE ? { left: 0 } : { left: `${at > 1 - EDGE ? 100 : at * 100}%` }}
          >
            {label}
          </span>
        )
      })}
    </div>
  )
}
