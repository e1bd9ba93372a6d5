/** The breaks of every day: none, one or several. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { Button, Field, FieldGroup, IconButton, Input } from '@/ui'
import type { RoutineForm } from './form-model'

export function BreaksField() {
  const { t } = useLingui()
  const { control, register, formState } = useFormContext<RoutineForm>()
  const { fields, append, remove } = useFieldArray({ control, name: 'breaks' })
  const errors = formState.errors.breaks
  return (
    <FieldGroup legend={t`Breaks`} error={errors?.root?.message ?? errors?.message}>
      <ul className="grid gap-3 empty:hidden">
        {fields.map(({ id }, index) => (
          <li key={id} className="flex items-start gap-2">
            <Field label={t`From`} error={errors?.[index]?.starts?.message} className="w-36 min-w-0 shrink">
              {(field) => (
                <Input
                  {...field}
                  {...register(`breaks.${index}.starts`)}
                  type="time"
                  className="tabular-nums"
                />
              )}
            </Field>
            <Field label={t`To`} error={errors?.[index]?.ends?.message} className="w-36 min-w-0 shrink">
              {(field) => (
                <Input
                  {...field}
                  {...register(`breaks.${index}.ends`)}
                  type="time"
                  className="tabular-nums"
                />
              )}
            </Field>
            <IconButton
              icon="trash"
              label={t`Remove break ${index + 1}`}
              onClick={() => remove(index)}
              className="mt-7"
            />
          </li>
        ))}
      </ul>
      {fields.length === 0 && (
        <p className="text-note text-ink-2">
          <Trans>None: the day is filled from end to end.</Trans>
        </p>
      )}
      <Button
        variant="quiet"
        icon="plus"
        className="-ml-4 justify-self-start"
        onClick={() => append({ starts: '12:00', ends: '12:30' })}
      >
        <Trans>Add a break</Trans>
      </Button>
    </FieldGroup>
  )
}
