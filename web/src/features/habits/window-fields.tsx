/** From when to when, and after how many times it is finished. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { Button, DateField, Field } from '@/ui'
import { NumberField } from '@/ui/forms/number-field'
import type { HabitForm } from './form-model'

export function WindowFields({ today }: { today: string }) {
  const { t } = useLingui()
  const { register, formState, getValues } = useFormContext<HabitForm>()
  const { errors } = formState
  const begun = getValues(['ends_on', 'completions_limit']).some(Boolean)
  const [ends, setEnds] = useState(begun)
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-start gap-3">
        <Field label={t`Starts on`} error={errors.starts_on?.message} className="w-44">
          {(field) => <DateField {...field} {...register('starts_on')} />}
        </Field>
        {ends ? (
          <>
            <Field label={t`Ends on`} optional={t`optional`} error={errors.ends_on?.message} className="w-44">
              {(field) => <DateField {...field} {...register('ends_on')} min={today} />}
            </Field>
            <NumberField<HabitForm>
              name="completions_limit"
              label={t`Ends after`}
              optional={t`optional`}
              unit={t`times done`}
            />
          </>
        ) : (
          <Button variant="quiet" icon="add" className="self-end" onClick={() => setEnds(true)}>
            {t`Set an end`}
          </Button>
        )}
      </div>
      {ends && (
        <p className="text-small text-ink-2">{t`When it has ended, it goes to the archive by itself.`}</p>
      )}
    </div>
  )
}
