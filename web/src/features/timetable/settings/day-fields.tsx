/** The day on the grid: from when to when, on which weekdays, how long a session usually is. */
import { useLingui } from '@lingui/react/macro'
import { Controller, useFormContext } from 'react-hook-form'
import type { Weekday } from '@/api'
import { Field, Input } from '@/ui'
import { NumberField } from '@/ui/forms/number-field'
import { WeekdaysField } from '@/ui/forms/weekdays-field'
import type { RoutineForm } from './form-model'

export function DayFields({ weekStart }: { weekStart: Weekday }) {
  const { t } = useLingui()
  const { control, register, formState } = useFormContext<RoutineForm>()
  const { errors } = formState
  return (
    <>
      <div className="flex flex-wrap items-start gap-3">
        <Field label={t`The day begins`} error={errors.day_starts?.message} className="w-36">
          {(field) => <Input {...field} {...register('day_starts')} type="time" className="tabular-nums" />}
        </Field>
        <Field
          label={t`It ends`}
          hint={t`00:00 is midnight.`}
          error={errors.day_ends?.message}
          className="w-36"
        >
          {(field) => <Input {...field} {...register('day_ends')} type="time" className="tabular-nums" />}
        </Field>
        <NumberField<RoutineForm> name="session_minutes" label={t`A session lasts`} unit={t`min`} />
      </div>
      <Controller
        control={control}
        name="days"
        render={({ field }) => (
          <WeekdaysField
            legend={t`Days in sight`}
            hint={t`What takes place on other days stays, on the grid as a badge and on Today.`}
            error={errors.days?.message}
            weekStart={weekStart}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
          />
        )}
      />
    </>
  )
}
