/** Today, and any day before it: what is due, ticked with one tap. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useRef } from 'react'
import type { Today } from '@/api'
import { longDate } from '@/lib/dates'
import { withMessages } from '@/lib/i18n'
import { useOnline } from '@/lib/online'
import { Problem } from '@/lib/problem'
import { useMe } from '@/lib/session'
import { useThemeFilter } from '@/lib/themes'
import { DayHeadline, LedgerSkeleton, Page, ProgressBar, Skeleton } from '@/ui'
import { AddTask } from './add-task'
import { NextDay, PreviousDay, TodayHeadline } from './day-headline'
import { DayLedger } from './day-ledger'
import { addDays } from './days'
import { useDaySync } from './sync'
import { DayUnread, FromThisDevice } from './unreachable'
import { useDay, useIsBlank, useLongestRunning } from './use-day'

const states = () => withMessages(import('./later/day-states'))
const AllDone = lazy(() => states().then((file) => ({ default: file.AllDone })))
const NoRows = lazy(() => states().then((file) => ({ default: file.NoRows })))
const DayKeys = lazy(() =>
  withMessages(import('./later/day-keys')).then((file) => ({ default: file.DayKeys })),
)
const Upkeep = lazy(() => withMessages(import('./later/upkeep')).then((file) => ({ default: file.Upkeep })))
const ThemeChip = lazy(() =>
  withMessages(import('@/ui/theme-filter')).then((file) => ({ default: file.ThemeChip })),
)
const DayQuote = lazy(() =>
  withMessages(import('./later/quote')).then((file) => ({ default: file.DayQuote })),
)
const MarginNotes = lazy(() =>
  withMessages(import('./later/margin-notes')).then((file) => ({ default: file.MarginNotes })),
)

/** `date` is missing for today. */
export function TodayPage({ date }: { date?: string | undefined }) {
  const { t, i18n } = useLingui()
  const { query, day, pending } = useDay(date)
  useDaySync()
  const error: unknown = query.error
  if (date && error instanceof Problem && error.status === 422) return <Navigate to="/" replace />
  if (day && date === day.today) return <Navigate to="/" replace />
  return (
    <Page
      title={date ? longDate(date, i18n.locale) : t`Today`}
      notes={
        day && (
          <Suspense fallback={null}>
            {day.quote && <DayQuote quote={day.quote} />}
            <MarginNotes day={day} />
          </Suspense>
        )
      }
      notesLabel={t`Beside the day`}
    >
      {day ? (
        <Day day={day} pending={pending} readAt={query.dataUpdatedAt} isStale={query.isError} />
      ) : (
        <DayToCome date={date} error={error} onRetry={() => void query.refetch()} />
      )}
    </Page>
  )
}

interface DayProps {
  day: Today
  pending: ReadonlySet<string>
  readAt: number
  isStale: boolean
}

function Day({ day, pending, readAt, isStale }: DayProps) {
  const isOnline = useOnline()
  const { onPrevious, onNext } = useDayMoves(day)
  const moves = { onPrevious, onNext }
  const hasHabits = useLongestRunning().total !== 0
  const hasRows = day.entries.length > 0
  const isBlank = useIsBlank(!hasRows)
  const filter = useThemeFilter()
  const isPast = day.date < day.today
  const page = useRef<HTMLDivElement>(null)
  return (
    <div ref={page} className="min-h-[45dvh] touch-pan-y">
      <TodayHeadline date={day.date} timezone={day.timezone} {...moves} />
      <Suspense fallback={null}>
        <DayKeys {...moves} />
        <Upkeep day={day} page={page} {...moves} />
      </Suspense>
      <div className="mt-2 flex min-h-11 items-center gap-2 wide:mt-3.5 wide:min-h-0">
        <span className="no-print wide:hidden">
          <PreviousDay {...moves} />
        </span>
        <Progress day={day} />
        <span className="no-print ml-auto wide:hidden">
          <NextDay {...moves} />
        </span>
      </div>
      {(isStale || !isOnline) && <FromThisDevice readAt={readAt} />}
      {filter.value && (
        <div className="no-print mt-2.5 h-11.5">
          <Suspense fallback={null}>
            <ThemeChip />
          </Suspense>
        </div>
      )}
      <Suspense fallback={null}>
        {!hasRows && (
          <NoRows
            isPast={isPast}
            isBlank={isBlank}
            onEveryTheme={filter.value ? () => filter.choose(undefined) : undefined}
          />
        )}
        {(hasHabits || hasRows) && (
          <DayLedger key={day.date} day={day} pending={pending} hasHabits={hasHabits}>
            <Suspense fallback={null}>{isAllDone(day) && <AllDone isPast={isPast} />}</Suspense>
          </DayLedger>
        )}
        {!isPast && <AddTask />}
      </Suspense>
    </div>
  )
}

/** Nothing is left open, and something was done. */
const isAllDone = ({ entries, progress: { done, total } }: Today) =>
  entries.length > 0 && total > 0 && done >= total

function useDayMoves({ date, today }: Pick<Today, 'date' | 'today'>) {
  const navigate = useNavigate()
  const go = useCallback(
    (to: string) => void navigate({ to: '/', search: to === today ? {} : { date: to } }),
    [navigate, today],
  )
  const onPrevious = useCallback(() => go(addDays(date, -1)), [go, date])
  const onNext = useCallback(() => go(addDays(date, 1)), [go, date])
  return { go, onPrevious, onNext: date < today ? onNext : undefined }
}

function Progress({ day: { progress } }: { day: Today }) {
  const { t } = useLingui()
  const { done, total } = progress
  if (total === 0) return null
  const left = total - done
  return (
    <ProgressBar
      className="flex-1"
      label={t`Done`}
      value={done}
      max={total}
      before={
        <span>
          <Trans>
            {done} of {total} done
          </Trans>
        </span>
      }
      after={left > 0 && <Plural value={left} one="# left" other="# left" />}
    />
  )
}

/** Before the day is read: its headline where the address names it, else the place of one. */
function DayToCome({
  date,
  error,
  onRetry,
}: {
  date: string | undefined
  error: unknown
  onRetry: () => void
}) {
  const { t } = useLingui()
  return (
    <>
      {date ? (
        <HeadlineToCome date={date} />
      ) : error ? (
        <DayHeadline title={t`Today`} />
      ) : (
        <HeadlineSkeleton />
      )}
      {error ? (
        <DayUnread error={error} onRetry={onRetry} />
      ) : (
        <>
          <div className="mt-2 flex min-h-11 items-center wide:mt-3.5 wide:min-h-5">
            <Skeleton className="h-[3px] w-full" />
          </div>
          <LedgerSkeleton label={t`Reading your day`} />
        </>
      )}
    </>
  )
}

/** The day after may be one that has not begun: the server says so, and the page goes back to today. */
function HeadlineToCome({ date }: { date: string }) {
  const me = useMe()
  const moves = useDayMoves({ date, today: '' })
  const onNext = () => moves.go(addDays(date, 1))
  return (
    <>
      <TodayHeadline
        date={date}
        timezone={me?.timezone ?? 'UTC'}
        onPrevious={moves.onPrevious}
        onNext={onNext}
      />
      <Suspense fallback={null}>
        <DayKeys onPrevious={moves.onPrevious} onNext={onNext} />
      </Suspense>
    </>
  )
}

function HeadlineSkeleton() {
  return (
    <div className="flex items-end gap-4 border-b-2 border-rule pb-3.5 wide:gap-5">
      <Skeleton className="h-12 w-20 wide:h-15 wide:w-24" />
      <div className="grid flex-1 gap-2">
        <Skeleton className="h-6 w-1/2" />
        <Skeleton className="h-4 w-3/4" />
      </div>
    </div>
  )
}
