/** Days on which nothing takes place. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { Button, DateField, Field, FieldGroup, IconButton, Input } from '@/ui'
import type { RoutineForm } from './form-model'

export function HolidaysField() {
  const { t } = useLingui()
  const { control } = useFormContext<RoutineForm>()
  const { fields, append, remove } = useFieldArray({ control, name: 'holidays' })
  return (
    <FieldGroup
      legend={t`Holidays`}
      hint={t`What is planned on these days does not take place, and says why.`}
    >
      <ul className="grid gap-5 empty:hidden">
        {fields.map(({ id }, index) => (
          <Holiday key={id} index={index} onRemove={() => remove(index)} />
        ))}
      </ul>
      <Button
        variant="quiet"
        icon="plus"
        className="-ml-4 justify-self-start"
        onClick={() => append({ first_on: '', last_on: '', name: '' })}
      >
        <Trans>Add holidays</Trans>
      </Button>
    </FieldGroup>
  )
}

function Holiday({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { t } = useLingui()
  const { register, getValues, setValue, formState } = useFormContext<RoutineForm>()
  const errors = formState.errors.holidays?.[index]
  const at = `holidays.${index}` as const
  // A single day is the usual case.
  const follow = () => {
    const { first_on, last_on } = getValues(at)
    if (!last_on || last_on < first_on) setValue(`${at}.last_on`, first_on, { shouldDirty: true })
  }
  return (
    <li className="flex flex-wrap items-start gap-3">
      <Field label={t`First day`} error={errors?.first_on?.message} className="w-42">
        {(field) => <DateField {...field} {...register(`${at}.first_on`, { onBlur: follow })} />}
      </Field>
      <Field label={t`Last day`} error={errors?.last_on?.message} className="w-42">
        {(field) => <DateField {...field} {...register(`${at}.last_on`)} />}
      </Field>
      <div className="flex flex-1 basis-52 items-start gap-1">
        <Field label={t`What they are called`} error={errors?.name?.message} className="flex-1">
          {(field) => <Input {...field} {...register(`${at}.name`)} autoComplete="off" />}
        </Field>
        <IconButton
          icon="trash"
          label={t`Remove holidays ${index + 1}`}
          onClick={onRemove}
          className="mt-7"
        />
      </div>
    </li>
  )
}
