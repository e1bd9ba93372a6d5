/** What the schedule means: one sentence, and the next dates as the server computes them. */
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { previewSchedule, type SchedulePreviewRequest } from '@/api'
import { zSchedulePreviewRequest } from '@/api/zod.gen'
import { dayNumeral, monthName, shortDate, weekdayShort } from '@/lib/dates'
import { type Schedule, scheduleInWords } from '@/lib/schedule-words'
import { type HabitForm, scheduleOf } from './form-model'

const WAIT_MS = 250
const SHOWN = 5

/** The value as it was before the last hurried changes. */
function useCalm(value: string) {
  const [calm, setCalm] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), WAIT_MS)
    return () => clearTimeout(timer)
  }, [value])
  return calm
}

function usePreview(request: SchedulePreviewRequest) {
  const valid = zSchedulePreviewRequest.safeParse(request).success
  const calm = useCalm(JSON.stringify(request))
  return {
    valid,
    dates: useQuery({
      queryKey: ['previewSchedule', calm],
      queryFn: async ({ signal }) =>
        (await previewSchedule({ body: JSON.parse(calm), signal, throwOnError: true })).data.dates,
      enabled: valid && calm === JSON.stringify(request),
      placeholderData: keepPreviousData,
      gcTime: 0,
      retry: false,
    }),
  }
}

export function SchedulePreview({ today }: { today: string }) {
  const { t, i18n } = useLingui()
  const { control } = useFormContext<HabitForm>()
  const form = useWatch({ control }) as HabitForm
  const schedule = scheduleOf(form)
  const { valid, dates } = usePreview({
    schedule,
    starts_on: form.starts_on || today,
    ends_on: form.ends_on || null,
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
