/** Ticked off or measured; what is measured has a unit and a target. */
import { useLingui } from '@lingui/react/macro'
import { Controller, useFormContext, useWatch } from 'react-hook-form'
import { Checkbox, Field, FieldGroup, Input, RadioGroup, SegmentedControl } from '@/ui'
import { NumberField } from '@/ui/forms/number-field'
import type { HabitForm } from './form-model'

export function MeasureFields({ fixedKind }: { fixedKind: boolean }) {
  const { t } = useLingui()
  const { control } = useFormContext<HabitForm>()
  const kind = useWatch({ control, name: 'kind' })
  return (
    <div className="grid gap-4">
      {!fixedKind && (
        <FieldGroup legend={t`How it is recorded`}>
          <Controller
            control={control}
            name="kind"
            render={({ field }) => (
              <SegmentedControl
                label={t`How it is recorded`}
                value={field.value}
                onChange={field.onChange}
                choices={[
                  { value: 'check', label: t`Tick off` },
                  { value: 'measure', label: t`Measure an amount` },
                ]}
              />
            )}
          />
        </FieldGroup>
      )}
      {kind === 'measure' && <TargetFields />}
    </div>
  )
}

function TargetFields() {
  const { t } = useLingui()
  const { control, register, formState } = useFormContext<HabitForm>()
  const [schedule, target] = useWatch({ control, name: ['schedule_kind', 'target_kind'] })
  return (
    <>
      <Controller
        control={control}
        name="target_kind"
        render={({ field }) => (
          <SegmentedControl
            label={t`Which side of the target is good`}
            value={field.value}
            onChange={field.onChange}
            choices={[
              { value: 'at_least', label: t`At least` },
              { value: 'at_most', label: t`At most` },
            ]}
          />
        )}
      />
      <div className="flex flex-wrap items-start gap-3">
        <NumberField<HabitForm> name="target" label={t`Target`} decimal />
        <Field label={t`Unit`} optional={t`optional`} error={formState.errors.unit?.message}>
          {(field) => (
            <Input {...field} {...register('unit')} placeholder={t`minutes, l, km`} className="w-40!" />
          )}
        </Field>
      </div>
      {schedule === 'times_per_period' && (
        <Controller
          control={control}
          name="target_per"
          render={({ field }) => (
            <FieldGroup legend={t`The target is held against`} error={formState.errors.target_per?.message}>
              <RadioGroup
                label={t`The target is held against`}
                value={field.value}
                onChange={field.onChange}
                choices={[
                  { value: 'day', label: t`each day on which it is recorded` },
                  { value: 'period', label: t`the sum of the whole week, month or year` },
                ]}
              />
            </FieldGroup>
          )}
        />
      )}
      <Checkbox
        {...register('no_entry_is_zero')}
        label={t`No entry means zero`}
        hint={
          target === 'at_most'
            ? t`A day without an entry then counts as kept.`
            : t`A day without an entry then counts as an amount of nothing.`
        }
      />
    </>
  )
}
