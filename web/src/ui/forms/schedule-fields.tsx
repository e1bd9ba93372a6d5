/** The details of each kind of schedule, read as a sentence. For any form that has the fields of one. */
import { useLingui } from '@lingui/react/macro'
import { Controller, useFormContext, useWatch } from 'react-hook-form'
import { monthName } from '@/lib/dates'
import type { ScheduleForm, Weekday } from '@/lib/forms/schedule-form'
import { Field } from '../field'
import { Select } from '../inputs'
import { NumberField } from './number-field'
import { WeekdaysField } from './weekdays-field'

export function ScheduleFields({ weekStart }: { weekStart: Weekday }) {
  const { t } = useLingui()
  const { control } = useFormContext<ScheduleForm>()
  const kind = useWatch({ control, name: 'schedule_kind' })
  const row = 'flex flex-wrap items-start gap-3'
  switch (kind) {
    case 'daily':
      return null
    case 'weekly_days':
      return (
        <div className="grid gap-4">
          <Weekdays weekStart={weekStart} />
          <NumberField<ScheduleForm> name="every" label={t`Every so many weeks`} unit={t`weeks`} />
        </div>
      )
    case 'monthly_day':
      return (
        <div className={row}>
          <NumberField<ScheduleForm>
            name="day"
            label={t`Day of the month`}
            hint={t`1 to 31. Shorter months take their last day.`}
          />
          <NumberField<ScheduleForm> name="every" label={t`Every so many months`} unit={t`months`} />
        </div>
      )
    case 'yearly_date':
      return (
        <div className={row}>
          <NumberField<ScheduleForm> name="day" label={t`Day`} />
          <MonthField />
          <NumberField<ScheduleForm> name="every" label={t`Every so many years`} unit={t`years`} />
        </div>
      )
    case 'interval_cycle':
      return (
        <div className={row}>
          <NumberField<ScheduleForm> name="active_days" label={t`Days on`} unit={t`days`} />
          <NumberField<ScheduleForm> name="break_days" label={t`Days off`} unit={t`days`} />
        </div>
      )
    case 'times_per_period':
      return (
        <div className={row}>
          <NumberField<ScheduleForm> name="times" label={t`How many times`} unit={t`times`} />
          <PeriodField />
        </div>
      )
    case 'after_completion':
      return (
        <NumberField<ScheduleForm>
          name="after_days"
          label={t`Days until it comes again`}
          unit={t`days`}
          hint={t`Counted from the day on which it was last done.`}
        />
      )
  }
}

function Weekdays({ weekStart }: { weekStart: Weekday }) {
  const { t } = useLingui()
  const { control, formState } = useFormContext<ScheduleForm>()
  return (
    <Controller
      control={control}
      name="days"
      render={({ field }) => (
        <WeekdaysField
          legend={t`Weekdays`}
          error={formState.errors.days?.message}
          weekStart={weekStart}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
        />
      )}
    />
  )
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

function MonthField() {
  const { t, i18n } = useLingui()
  const { register } = useFormContext<ScheduleForm>()
  return (
    <Field label={t`Month`}>
      {(control) => (
        <Select {...control} {...register('month')} className="w-40">
          {MONTHS.map((month) => (
            <option key={month} value={month}>
              {monthName(`2024-${String(month).padStart(2, '0')}-01`, i18n.locale)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

function PeriodField() {
  const { t } = useLingui()
  const { register } = useFormContext<ScheduleForm>()
  return (
    <Field label={t`In each`}>
      {(control) => (
        <Select {...control} {...register('period')} className="w-40">
          <option value="week">{t`week`}</option>
          <option value="month">{t`month`}</option>
          <option value="year">{t`year`}</option>
        </Select>
      )}
    </Field>
  )
}
