/** When it is: weekday, week of the rotation, from when to when. Its end and its length follow each other. */
import { useLingui } from '@lingui/react/macro'
import { useFormContext, useWatch } from 'react-hook-form'
import type { Weekday } from '@/api'
import { whole } from '@/lib/forms/schedule-form'
import { weekdayName, weekFrom } from '@/lib/schedule-words'
import { Field, Input, Select } from '@/ui'
import { lengthWords, weekName } from '../words'
import { endAfter, endsNextDay, minutesBetween, type SessionForm } from './form-model'

interface TimeProps {
  weekStart: Weekday
  rotationWeeks: number
}

export function TimeFields({ weekStart, rotationWeeks }: TimeProps) {
  return (
    <div className="grid gap-4">
      <DayFields weekStart={weekStart} rotationWeeks={rotationWeeks} />
      <Hours />
    </div>
  )
}

function DayFields({ weekStart, rotationWeeks }: TimeProps) {
  const { t } = useLingui()
  const { control, register, formState } = useFormContext<SessionForm>()
  const week = useWatch({ control, name: 'week' })
  const weeks = Array.from({ length: Math.max(rotationWeeks, Number(week)) }, (_, index) => index + 1)
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Field label={t`Weekday`} error={formState.errors.weekday?.message} className="flex-1 basis-36">
        {(field) => (
          <Select {...field} {...register('weekday')}>
            {weekFrom(weekStart).map((day) => (
              <option key={day} value={day}>
                {weekdayName(day)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {weeks.length > 1 && (
        <Field label={t`In`} error={formState.errors.week?.message} className="flex-1 basis-36">
          {(field) => (
            <Select {...field} {...register('week')}>
              <option value="">{t`Every week`}</option>
              {weeks.map((each) => (
                <option key={each} value={each}>
                  {weekName(each)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </div>
  )
}

function Hours() {
  const { t } = useLingui()
  const { control, register, setValue, getValues, formState } = useFormContext<SessionForm>()
  const [starts, minutes] = useWatch({ control, name: ['starts', 'minutes'] })
  const options = { shouldDirty: true, shouldValidate: formState.isSubmitted }
  const setEnd = () => {
    const now = getValues()
    const end = endAfter(now.starts, whole(now.minutes))
    if (end) setValue('ends', end, options)
  }
  const setLength = () => {
    const now = getValues()
    const length = minutesBetween(now.starts, now.ends)
    if (length) setValue('minutes', length, options)
  }
  const length = whole(minutes)
  const hint = [
    length >= 60 && lengthWords(length),
    endsNextDay({ starts, minutes }) && t`ends the next day`,
  ].filter(Boolean)
  const { errors } = formState
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-start gap-3">
        <Field label={t`From`} error={errors.starts?.message} className="flex-1 basis-34">
          {(field) => (
            <Input
              {...field}
              {...register('starts', { onChange: setEnd })}
              type="time"
              className="tabular-nums"
            />
          )}
        </Field>
        <Field label={t`To`} error={errors.ends?.message} className="flex-1 basis-34">
          {(field) => (
            <Input
              {...field}
              {...register('ends', { onChange: setLength })}
              type="time"
              className="tabular-nums"
            />
          )}
        </Field>
      </div>
      <div className="flex items-start gap-3">
        <Field label={t`Minutes`} error={errors.minutes?.message} className="w-20">
          {(field) => (
            <Input
              {...field}
              {...register('minutes', { onChange: setEnd })}
              inputMode="numeric"
              autoComplete="off"
              className="tabular-nums"
            />
          )}
        </Field>
        <p className="mt-9.5 text-note text-ink-2" aria-live="polite">
          {hint.join(' · ')}
        </p>
      </div>
    </div>
  )
}
