/** The list of habits: what is due stands in the headline, every habit is one line that can be ticked in place. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useThemeFilter } from '@/lib/themes'
import { Button, buttonLook, EmptyState, LedgerSkeleton, MenuButton, Page } from '@/ui'
import { Unread } from '@/ui/unread'
import { type HabitSearch, habitSearch, queryOf } from './filters'
import { HabitLedger } from './habit-ledger'
import { ListFilters } from './list-filters'
import { ListHeadline } from './list-headline'
import { LongestRunning } from './longest-running'
import { PauseBanner } from './pause-banner'
import { PauseSheet } from './pause-sheet'
import { useHabits, useRefreshAfterSending } from './queries'

export function HabitsPage({ search: asked }: { search: Record<string, unknown> }) {
  const { t } = useLingui()
  const search = habitSearch(asked)
  const [pausing, setPausing] = useState(false)
  useRefreshAfterSending()
  const menu = (
    <MenuButton
      framed
      label={t`More about habits`}
      items={[{ label: t`Pause everything`, icon: 'pause', onSelect: () => setPausing(true) }]}
    />
  )
  return (
    <Page title={t`Habits`} notes={<LongestRunning />} notesLabel={t`Margin notes`}>
      <ListHeadline menu={menu} />
      <PauseBanner />
      <ListFilters search={search} />
      <Habits search={search} />
      <PauseSheet open={pausing} onOpenChange={setPausing} />
    </Page>
  )
}

function Habits({ search }: { search: HabitSearch }) {
  const { t } = useLingui()
  const theme = useThemeFilter()
  const habits = useHabits({ ...queryOf(search), ...theme.query })
  if (habits.isPending) return <LedgerSkeleton label={t`Habits are on their way`} rows={7} />
  if (!habits.data) return <Unread error={habits.error} onRetry={() => void habits.refetch()} />
  if (habits.data.count === 0) return <Nothing search={search} />
  return <HabitLedger habits={habits.data.data} search={search} />
}

function Nothing({ search }: { search: HabitSearch }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const theme = useThemeFilter()
  const filtered = Boolean(search.status || search.schedule_kind)
  if (!filtered && theme.value) return <NothingOfTheme onAll={() => theme.choose(undefined)} />
  if (!filtered)
    return (
      <EmptyState
        title={t`No habits yet`}
        action={
          <Link to="/habits/new" className={buttonLook('primary')}>
            <Trans>New habit</Trans>
          </Link>
        }
      >
        <Trans>A habit is something that comes round again: name it, say how often, and tick it off.</Trans>
      </EmptyState>
    )
  const words = {
    due: t`Nothing is due today`,
    completed: t`Nothing is done yet today`,
    archived: t`The archive is empty`,
    active: t`No habit of this kind`,
  }
  return (
    <EmptyState
      title={search.schedule_kind ? words.active : words[search.status ?? 'active']}
      action={
        <Button onClick={() => void navigate({ to: '/habits', search: {} })}>
          <Trans>Show all habits</Trans>
        </Button>
      }
    />
  )
}

function NothingOfTheme({ onAll }: { onAll: () => void }) {
  return (
    <EmptyState
      title={<Trans>No habits of this theme</Trans>}
      action={
        <div className="flex flex-wrap gap-2">
          <Button onClick={onAll}>
            <Trans>Show every theme again</Trans>
          </Button>
          <Link to="/habits/new" className={buttonLook()}>
            <Trans>New habit</Trans>
          </Link>
        </div>
      }
    />
  )
}
