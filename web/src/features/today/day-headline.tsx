/** The day as a headline: numeral, weekday and month, then week, day of the year and moon; the way to other days. */
import { Trans, useLingui } from '@lingui/react/macro'
import { dayNumeral, dayOfYear, isoWeek, longDate, monthName, weekday } from '@/lib/dates'
import { moonPhase, moonPhaseNames } from '@/lib/moon'
import { DayHeadline, IconButton } from '@/ui'
import { offsetMinutes } from './days'

interface HeadlineProps {
  date: string
  timezone: string
  onPrevious: () => void
  /** Missing on today: the future is not here yet. */
  onNext?: (() => void) | undefined
}

export function TodayHeadline({ date, timezone, onPrevious, onNext }: HeadlineProps) {
  const { t, i18n } = useLingui()
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
          <IconButton framed icon="previous" label={t`Previous day`} onClick={onPrevious} />
          <IconButton framed icon="next" label={t`Next day`} disabled={!onNext} onClick={onNext} />
        </>
      }
    />
  )
}
