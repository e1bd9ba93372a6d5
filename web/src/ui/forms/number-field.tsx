/** A short number of a form, with what it counts beside it. */
import { type FieldValues, type Path, useFormContext } from 'react-hook-form'
import { Field } from '../field'
import { Input } from '../inputs'

interface NumberFieldProps<Form extends FieldValues> {
  name: Path<Form>
  label: string
  unit?: string
  hint?: string
  optional?: string
  decimal?: boolean
}

export function NumberField<Form extends FieldValues>(props: NumberFieldProps<Form>) {
  const { name, label, unit, hint, optional, decimal = false } = props
  const { register, getFieldState, formState } = useFormContext<Form>()
  return (
    <Field
      label={label}
      error={getFieldState(name, formState).error?.message}
      {...(hint && { hint })}
      {...(optional && { optional })}
    >
      {(control) => (
        <span className="flex items-center gap-2">
          <Input
            {...control}
            {...register(name)}
            inputMode={decimal ? 'decimal' : 'numeric'}
            autoComplete="off"
            className="w-24! tabular-nums"
          />
          {unit && <span className="text-ink-2">{unit}</span>}
        </span>
      )}
    </Field>
  )
}
