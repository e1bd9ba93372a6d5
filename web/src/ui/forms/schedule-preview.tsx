/** What the schedule means: one sentence, and the next dates as the server computes them. */
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormContext, useWatch } from 'react-hook-form'
import { dayNumeral, monthName, shortDate, weekdayShort } from '@/lib/dates'
import { type ScheduleForm, scheduleOf } from '@/lib/forms/schedule-form'
import { useSchedulePreview } from '@/lib/forms/schedule-preview'
import { type Schedule, scheduleInWords } from '@/lib/schedule-words'

const SHOWN = 5

interface PreviewProps {
  startsOn: string
  endsOn: string
}

export function SchedulePreview({ startsOn, endsOn }: PreviewProps) {
  const { t, i18n } = useLingui()
  const { control } = useFormContext<ScheduleForm>()
  const schedule = scheduleOf(useWatch({ control }) as ScheduleForm)
  const { valid, dates } = useSchedulePreview({
    schedule,
    starts_on: startsOn,
    ends_on: endsOn || null,
    count: SHOWN,
  })
  return (
    <div className="min-h-32 border-y border-rule py-3" aria-live="polite">
      <p className="figure text-head leading-snug">
        {valid ? sentence(schedule) : t`Fill in how often, and the next days stand here.`}
      </p>
      {valid && dates.data && (
        <>
          <p className="mt-2 text-small text-ink-2">
            {schedule.kind === 'times_per_period' ? (
              <Trans>Counted anew from</Trans>
            ) : schedule.kind === 'after_completion' ? (
              <Trans>Due first on, and then by when it is done</Trans>
            ) : (
              <Trans>Next on</Trans>
            )}
          </p>
          <ol className="mt-1.5 flex flex-wrap gap-x-6 gap-y-2" aria-label={t`The next dates`}>
            {shownDates(schedule, dates.data).map((date) => (
              <li key={date} className="text-center">
                <span className="sr-only">{shortDate(date, i18n.locale)}</span>
                <span aria-hidden="true" className="figure block text-title leading-none">
                  {dayNumeral(date)}
                </span>
                <span aria-hidden="true" className="block text-tiny text-ink-2">
                  {weekdayShort(date, i18n.locale)} · {monthName(date, i18n.locale).slice(0, 3)}
                </span>
              </li>
            ))}
          </ol>
          {dates.data.length === 0 && <Trans>Never: the end comes before the first day.</Trans>}
        </>
      )}
      {dates.isError && (
        <p className="mt-2 text-small text-ink-2">
          <Trans>The next days cannot be shown just now.</Trans>
        </p>
      )}
    </div>
  )
}

/** What follows after completion depends on when that is: only the first date is certain. */
const shownDates = (schedule: Schedule, dates: readonly string[]) =>
  schedule.kind === 'after_completion' ? dates.slice(0, 1) : dates

/** The schedule as a sentence. */
function sentence(schedule: Schedule): string {
  const words = scheduleInWords(schedule)
  if (schedule.kind !== 'interval_cycle' || schedule.break_days === 0) return `${words}.`
  const length = schedule.active_days + schedule.break_days
  return `${words}, ${plural(length, { one: 'every day', other: 'then again, # days in all' })}.`
}
