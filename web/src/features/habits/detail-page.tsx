/** One habit: how long it has been kept up, the year day by day, its strength, what was recorded, its pauses. */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { HabitRead } from '@/api'
import { readHabitOptions } from '@/api/@tanstack/react-query.gen'
import { scheduleInWords } from '@/lib/schedule-words'
import { useThemeOf } from '@/lib/themes'
import { useTodayDate } from '@/lib/today'
import { DayHeadline, Icon, LedgerSkeleton, MenuButton, Notice, Page } from '@/ui'
import { ThemeTag } from '@/ui/theme-mark'
import { Figures } from './figures'
import { useHabitMenu } from './habit-menu'
import { HabitPauses } from './habit-pauses'
import { History } from './history'
import { PauseBanner } from './pause-banner'
import { useRefreshAfterSending } from './queries'
import { StrengthNote } from './strength-line'
import { streakWords } from './words'
import { YearNote } from './year-note'

export function HabitPage({ id }: { id: string }) {
  const { t } = useLingui()
  useRefreshAfterSending()
  const habit = useQuery({
    ...readHabitOptions({ path: { habit_id: id } }),
    throwOnError: (_, query) => !query.state.data,
  })
  const today = useTodayDate()
  if (habit.data && today) return <Habit habit={habit.data} today={today} />
  return (
    <Page title={t`Habit`}>
      <DayHeadline title={t`Habit`} meta={t`One moment`} />
      <LedgerSkeleton label={t`One moment`} />
    </Page>
  )
}

function Habit({ habit, today }: { habit: HabitRead; today: string }) {
  const { t } = useLingui()
  const [year, setYear] = useState(Number(today.slice(0, 4)))
  return (
    <Page title={habit.name}>
      <Back />
      <HabitHeadline habit={habit} />
      {habit.description && <p className="mt-4 max-w-[36rem] whitespace-pre-line">{habit.description}</p>}
      {habit.is_archived && (
        <div className="mt-4">
          <Notice
            title={t`In the archive`}
          >{t`Its history stays. Restore it from the menu to go on.`}</Notice>
        </div>
      )}
      <PauseBanner habitId={habit.id} />
      <Figures habit={habit} />
      <YearNote habit={habit} today={today} year={year} onYear={setYear} />
      <StrengthNote habit={habit} />
      <History habit={habit} year={year} />
      <HabitPauses habit={habit} today={today} />
    </Page>
  )
}

function Back() {
  const { t } = useLingui()
  return (
    <Link
      to="/habits"
      className="no-print -mt-3 -ml-2 mb-1 inline-flex min-h-11 items-center gap-1.5 rounded-control px-2 text-note font-medium text-ink-2 hover:text-ink"
    >
      <Icon name="previous" size={16} />
      {t`All habits`}
    </Link>
  )
}

function HabitHeadline({ habit }: { habit: HabitRead }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { items, overlay } = useHabitMenu(habit, undefined, () => void navigate({ to: '/habits' }))
  const streak = streakWords(habit)
  const theme = useThemeOf(habit)
  return (
    <>
      <DayHeadline
        figure={habit.current_streak}
        title={habit.name}
        spoken={streak ? `${habit.name}: ${streak}` : habit.name}
        meta={
          <>
            {[scheduleInWords(habit.schedule), streak].filter(Boolean).join(' · ')}
            {theme && ' · '}
            {theme && <ThemeTag theme={theme} />}
          </>
        }
        actions={
          <>
            <Link
              to="/habits/$id/edit"
              params={{ id: habit.id }}
              aria-label={t`Edit`}
              title={t`Edit`}
              className="grid size-11 place-items-center rounded-control border border-rule bg-leaf text-ink-2 hover:border-edge hover:text-ink"
            >
              <Icon name="edit" size={19} />
            </Link>
            <MenuButton framed label={t`More about ${habit.name}`} items={items} />
          </>
        }
      />
      {overlay}
    </>
  )
}
