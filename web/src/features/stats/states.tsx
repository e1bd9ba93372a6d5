/** The page before there are figures, and without any. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { RangeName, Statistics } from '@/api'
import { useOnline } from '@/lib/online'
import { problemMessage } from '@/lib/problem'
import { useThemeFilter } from '@/lib/themes'
import { Button, buttonLook, EmptyState, Notice, Skeleton } from '@/ui'

/** Nothing was due, and nothing done or begun. */
export const isBlank = ({ totals: { habits, tasks }, timetable }: Statistics): boolean =>
  habits.due + habits.skipped + tasks.created + tasks.done + timetable.count + timetable.planned_count === 0

interface NothingProps {
  stats: Statistics
  onRange: (range: RangeName) => void
}

export function Nothing({ stats, onRange }: NothingProps) {
  const { value: theme, choose } = useThemeFilter()
  const isUnused = stats.streaks.length === 0 && stats.tasks_now.open === 0
  if (theme)
    return (
      <EmptyState
        title={<Trans>Nothing of this theme in these days</Trans>}
        action={
          <Button onClick={() => choose(undefined)}>
            <Trans>Show every theme again</Trans>
          </Button>
        }
      />
    )
  if (!isUnused && stats.range.name !== 'all')
    return (
      <EmptyState
        title={<Trans>Nothing was due or done in these days</Trans>}
        action={
          <Button onClick={() => onRange('all')}>
            <Trans>Show all days</Trans>
          </Button>
        }
      />
    )
  return (
    <EmptyState
      title={<Trans>Nothing to count yet</Trans>}
      action={
        <Link to="/habits/new" className={buttonLook('primary')}>
          <Trans>New habit</Trans>
        </Link>
      }
    >
      <Trans>
        Once habits and tasks have been due and done, this page shows how it goes: over time, by theme and by
        weekday.
      </Trans>
    </EmptyState>
  )
}

/** What was never read here cannot be shown. */
export function Unread({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useLingui()
  const isOnline = useOnline()
  return (
    <div className="mt-6">
      <Notice
        tone={isOnline ? 'bad' : 'neutral'}
        role="alert"
        title={isOnline ? problemMessage(error) : t`You are offline`}
        action={
          <Button icon="retry" onClick={onRetry}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        {!isOnline && <Trans>The figures of these days were not read in this browser before.</Trans>}
      </Notice>
    </div>
  )
}

/** At the size of what is coming. */
export function Loading() {
  const { t } = useLingui()
  return (
    <div role="status" aria-label={t`Figures are on their way`}>
      <div className="mt-7 grid grid-cols-2 gap-6 min-[40rem]:grid-cols-4">
        {['a', 'b', 'c', 'd'].map((key) => (
          <Skeleton key={key} className="h-24" />
        ))}
      </div>
      <Skeleton className="mt-20 h-36" />
      <Skeleton className="mt-12 h-20" />
      <Skeleton className="mt-20 h-40" />
    </div>
  )
}
