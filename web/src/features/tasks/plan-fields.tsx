/** When it is due, and how it comes again. */
import { useLingui } from '@lingui/react/macro'
import { useFormContext, useWatch } from 'react-hook-form'
import type { ScheduleKind, Weekday } from '@/api'
import { addDays } from '@/lib/dates'
import { newSchedule } from '@/lib/forms/schedule-form'
import { weekdayOf } from '@/lib/schedule-words'
import { Button, DateField, Field, Input, Select } from '@/ui'
import { kindWords, scheduleKinds } from '@/ui/forms/kind-words'
import { ScheduleFields } from '@/ui/forms/schedule-fields'
import { SchedulePreview } from '@/ui/forms/schedule-preview'
import type { TaskForm } from './form-model'

export function DueFields({ today }: { today: string }) {
  const { t } = useLingui()
  const { control, register, setValue, formState } = useFormContext<TaskForm>()
  const [day, time] = useWatch({ control, name: ['due_on', 'due_time'] })
  const set = (to: string) =>
    setValue('due_on', to, { shouldDirty: true, shouldValidate: formState.isSubmitted })
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-start gap-3">
        <Field
          label={t`Due on`}
          optional={t`optional`}
          error={formState.errors.due_on?.message}
          className="w-44"
        >
          {(field) => <DateField {...field} {...register('due_on')} />}
        </Field>
        {day && (
          <Field label={t`At`} optional={t`optional`} className="w-32">
            {(field) => <Input {...field} {...register('due_time')} type="time" className="tabular-nums" />}
          </Field>
        )}
      </div>
      <div className="-ml-3 flex flex-wrap">
        {day !== today && <Quick onClick={() => set(today)}>{t`Today`}</Quick>}
        {day !== addDays(today, 1) && <Quick onClick={() => set(addDays(today, 1))}>{t`Tomorrow`}</Quick>}
        {day !== addDays(today, 7) && <Quick onClick={() => set(addDays(today, 7))}>{t`In a week`}</Quick>}
        {day && <Quick onClick={() => set('')}>{t`No date`}</Quick>}
        {day && time && (
          <Quick onClick={() => setValue('due_time', '', { shouldDirty: true })}>{t`No time`}</Quick>
        )}
      </div>
    </div>
  )
}

const Quick = ({ onClick, children }: { onClick: () => void; children: string }) => (
  <Button variant="quiet" className="px-3! text-note" onClick={onClick}>
    {children}
  </Button>
)

export function RepeatFields({ today, weekStart }: { today: string; weekStart: Weekday }) {
  const { t, i18n } = useLingui()
  const { control, register, reset, getValues, setValue, formState } = useFormContext<TaskForm>()
  const [repeats, kind, due, end] = useWatch({
    control,
    name: ['repeats', 'schedule_kind', 'due_on', 'ends_on'],
  })
  const choose = (next: string) => {
    const options = { shouldDirty: true }
    // The details begin with the day it is due, as long as nothing repeats yet.
    if (!repeats && next) {
      const day = getValues('due_on') || today
      reset(
        { ...getValues(), ...newSchedule(day, weekdayOf(day)) },
        { keepDefaultValues: true, keepErrors: true },
      )
    }
    setValue('repeats', next !== '', options)
    if (next) setValue('schedule_kind', next as ScheduleKind, options)
  }
  return (
    <div className="grid gap-4">
      <Field label={t`Repeat`} error={formState.errors.schedule_kind?.message}>
        {(field) => (
          <Select {...field} value={repeats ? kind : ''} onChange={(event) => choose(event.target.value)}>
            <option value="">{t`Only once`}</option>
            {scheduleKinds.map((value) => (
              <option key={value} value={value}>
                {i18n._(kindWords[value])}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {repeats && (
        <>
          <ScheduleFields weekStart={weekStart} />
          <SchedulePreview startsOn={due || today} endsOn={end} />
          <Field
            label={t`Ends on`}
            optional={t`optional`}
            error={formState.errors.ends_on?.message}
            className="w-44"
          >
            {(field) => <DateField {...field} {...register('ends_on')} min={due || today} />}
          </Field>
        </>
      )}
    </div>
  )
}
