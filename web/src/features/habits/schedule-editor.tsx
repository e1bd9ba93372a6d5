/** How often, in plain words: one choice of seven, the details of that choice, and what comes of it. */
import { useLingui } from '@lingui/react/macro'
import { Controller, useFormContext, useWatch } from 'react-hook-form'
import type { Weekday } from '@/api'
import { longDate } from '@/lib/dates'
import { DateField, Field, FieldGroup, RadioGroup } from '@/ui'
import { kindWords, scheduleKinds } from '@/ui/forms/kind-words'
import { ScheduleFields } from '@/ui/forms/schedule-fields'
import { SchedulePreview } from '@/ui/forms/schedule-preview'
import { changesRule, type HabitForm } from './form-model'

interface EditorProps {
  weekStart: Weekday
  today: string
  before: HabitForm | undefined
}

export function ScheduleEditor({ weekStart, today, before }: EditorProps) {
  const { t, i18n } = useLingui()
  const { control, formState } = useFormContext<HabitForm>()
  const [startsOn, endsOn] = useWatch({ control, name: ['starts_on', 'ends_on'] })
  const choices = scheduleKinds.map((value) => ({ value, label: i18n._(kindWords[value]) }))
  return (
    <div className="grid gap-4">
      <FieldGroup legend={t`How often`} error={formState.errors.schedule_kind?.message}>
        <Controller
          control={control}
          name="schedule_kind"
          render={({ field }) => (
            <RadioGroup
              label={t`How often`}
              value={field.value}
              onChange={field.onChange}
              choices={choices}
            />
          )}
        />
      </FieldGroup>
      <ScheduleFields weekStart={weekStart} />
      <SchedulePreview startsOn={startsOn || today} endsOn={endsOn} />
      {before && <EffectiveFrom before={before} />}
    </div>
  )
}

/** Shown once the rule differs: since when the new one counts. The past keeps the old one. */
function EffectiveFrom({ before }: { before: HabitForm }) {
  const { t, i18n } = useLingui()
  const { control, register, formState } = useFormContext<HabitForm>()
  const form = useWatch({ control }) as HabitForm
  if (!changesRule(form, before)) return null
  const since = form.effective_from && longDate(form.effective_from, i18n.locale)
  return (
    <Field
      label={t`The new rule counts from`}
      hint={since ? t`Days before ${since} keep the old rule.` : t`Earlier days keep the old rule.`}
      error={formState.errors.effective_from?.message}
      className="max-w-60"
    >
      {(field) => <DateField {...field} {...register('effective_from')} />}
    </Field>
  )
}
