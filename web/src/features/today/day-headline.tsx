/** The day as a headline: numeral, weekday and month, then week, day of the year and moon; the way to other days. */
import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense } from 'react'
import { dayNumeral, dayOfYear, isoWeek, longDate, monthName, weekday } from '@/lib/dates'
import { withMessages } from '@/lib/i18n'
import { moonPhase, moonPhaseNames } from '@/lib/moon'
import { DayHeadline, IconButton } from '@/ui'
import { offsetMinutes } from './days'

const ThemeFilterButton = lazy(() =>
  withMessages(import('@/ui/theme-filter')).then((file) => ({ default: file.ThemeFilterButton })),
)

interface DayMovesProps {
  onPrevious: () => void
  /** Missing on today: the future is not here yet. */
  onNext?: (() => void) | undefined
}

interface HeadlineProps extends DayMovesProps {
  date: string
  timezone: string
}

export function TodayHeadline({ date, timezone, ...moves }: HeadlineProps) {
  const { i18n } = useLingui()
  const { locale } = i18n
  const { day, of } = dayOfYear(date)
  const week = isoWeek(date)
  const phase = moonPhase(date, offsetMinutes(Date.parse(`${date}T12:00:00Z`), timezone))
  const moon = i18n._(moonPhaseNames[phase])
  return (
    <DayHeadline
      figure={dayNumeral(date)}
      title={`${weekday(date, locale)}, ${monthName(date, locale)}`}
      spoken={longDate(date, locale)}
      meta={
        <Trans>
          Week {week} · day {day} of {of} · {moon}
        </Trans>
      }
      actions={
        <>
          <Suspense fallback={null}>
            <ThemeFilterButton />
          </Suspense>
          <div className="hidden gap-1 wide:flex">
            <PreviousDay {...moves} />
            <NextDay {...moves} />
          </div>
        </>
      }
    />
  )
}

export function PreviousDay({ onPrevious }: DayMovesProps) {
  const { t } = useLingui()
  return <IconButton framed icon="previous" label={t`Previous day`} onClick={onPrevious} />
}

export function NextDay({ onNext }: DayMovesProps) {
  const { t } = useLingui()
  return <IconButton framed icon="next" label={t`Next day`} disabled={!onNext} onClick={onNext} />
}
