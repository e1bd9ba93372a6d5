/** Statistics: a page of figures about the last days, or all of them. */
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { RangeName, Statistics } from '@/api'
import { useCommands } from '@/lib/commands'
import { drawnColor } from '@/lib/palette'
import { useThemeFilter, useThemes } from '@/lib/themes'
import { Page, SegmentedControl } from '@/ui'
import { ThemeFilter } from '@/ui/theme-filter'
import { BestAndWorst, ByKind, ByTheme } from './breakdowns'
import { Figures } from './figures'
import { Headline } from './headline'
import { Insights } from './insights'
import { HowCounted } from './margin'
import { useStatistics } from './queries'
import { RANGES, rangeOf, rememberRange } from './range'
import { isBlank, Loading, Nothing, Unread } from './states'
import { Streaks } from './streaks'
import { TimetableSection } from './timetable'
import { TrendSection } from './trend'
import { Weekdays } from './weekdays'
import { rangeWords } from './words'

/** `range` is what the address says, whatever that is. */
export function StatisticsPage({ range: asked }: { range: unknown }) {
  const { t } = useLingui()
  const range = rangeOf(asked)
  const choose = useChooseRange()
  const query = useStatistics(range)
  // Figures of other days stay only while those that were asked for are on their way.
  const isUnread = query.isError ? !query.data : query.fetchStatus === 'paused' && query.isPending
  const isWaiting = query.isPlaceholderData && query.fetchStatus === 'paused'
  const stats = isWaiting ? undefined : query.data
  return (
    <Page title={t`Statistics`} notes={stats && <HowCounted />} notesLabel={t`Margin notes`}>
      <Headline stats={stats} range={range} />
      <div className="no-print mt-4 flex flex-wrap items-center gap-2">
        <SegmentedControl
          label={t`Which days`}
          value={range}
          onChange={choose}
          choices={RANGES.map((value) => ({ value, label: rangeWords(value) }))}
        />
        <ThemeFilter />
      </div>
      {stats ? (
        <Content stats={stats} onRange={choose} isBusy={query.isPlaceholderData} />
      ) : isUnread || isWaiting ? (
        <Unread error={query.error ?? query.failureReason} onRetry={() => void query.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  )
}

/** The address and this browser both keep the choice. */
function useChooseRange() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const choose = useMemo(
    () => (range: RangeName) => {
      rememberRange(range)
      void navigate({ to: '/statistics', search: { range }, replace: true })
    },
    [navigate],
  )
  useCommands(
    useMemo(
      () =>
        RANGES.map((range) => {
          const days = rangeWords(range)
          return {
            id: `stats-range-${range}`,
            title: range === 'all' ? t`Statistics of all days` : t`Statistics of ${days}`,
            group: t`Statistics`,
            icon: 'chart' as const,
            run: () => choose(range),
          }
        }),
      [t, choose],
    ),
  )
  return choose
}

interface ContentProps {
  stats: Statistics
  onRange: (range: RangeName) => void
  isBusy: boolean
}

function Content({ stats, onRange, isBusy }: ContentProps) {
  const color = useColor()
  if (isBlank(stats)) return <Nothing stats={stats} onRange={onRange} />
  const hasHabits = stats.totals.habits.due > 0
  return (
    <div aria-busy={isBusy}>
      <Figures stats={stats} />
      <Insights insights={stats.insights} days={stats.range.days} />
      <TrendSection key={stats.range.name} stats={stats} color={color} />
      {hasHabits && <Weekdays profile={stats.weekdays} color={color} />}
      <ByTheme rows={stats.by_theme} />
      <Streaks rows={stats.streaks} />
      <BestAndWorst best={stats.best_habits} worst={stats.worst_habits} />
      <TimetableSection key={stats.range.name} stats={stats} color={color} />
      <ByKind rows={stats.by_schedule_kind} color={color} />
    </div>
  )
}

/** One colour draws the page: that of the theme it is about, if it is about one. */
function useColor(): string {
  const { value } = useThemeFilter()
  return drawnColor(useThemes()?.find(({ id }) => id === value)?.color)
}
