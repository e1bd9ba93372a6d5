/** A short number of the editor, with what it counts beside it. */
import { useFormContext } from 'react-hook-form'
import { Field, Input } from '@/ui'
import type { HabitForm } from './form-model'

interface NumberFieldProps {
  name:
    | 'every'
    | 'day'
    | 'active_days'
    | 'break_days'
    | 'times'
    | 'after_days'
    | 'completions_limit'
    | 'target'
  label: string
  unit?: string
  hint?: string
  optional?: string
  decimal?: boolean
}

export function NumberField({ name, label, unit, hint, optional, decimal = false }: NumberFieldProps) {
  const { register, formState } = useFormContext<HabitForm>()
  return (
    <Field
      label={label}
      error={formState.errors[name]?.message}
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
