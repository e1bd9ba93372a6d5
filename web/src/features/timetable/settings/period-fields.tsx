/** Over which weeks a timetable reaches, and after how many of them it begins anew. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useFormContext } from 'react-hook-form'
import { DateField, Field, Select } from '@/ui'
import { weekLetter } from '../words'
import type { RoutineForm } from './form-model'

const ROTATIONS = [1, 2, 3, 4, 5, 6]

export function PeriodFields() {
  const { t } = useLingui()
  const { register, formState } = useFormContext<RoutineForm>()
  const { errors } = formState
  const optional = t`optional`
  return (
    <>
      <Field
        label={t`Rotation`}
        hint={t`Where weeks differ, as in week A and week B. The first week is week A.`}
        error={errors.rotation_weeks?.message}
        className="max-w-80"
      >
        {(field) => (
          <Select {...field} {...register('rotation_weeks')}>
            {ROTATIONS.map((weeks) => (
              <option key={weeks} value={weeks}>
                {rotationWords(weeks, t`Every week is the same`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex flex-wrap items-start gap-3">
        <Field
          label={t`Valid from`}
          optional={optional}
          error={errors.valid_from?.message}
          className="w-44"
          hint={t`Else from this week on.`}
        >
          {(field) => <DateField {...field} {...register('valid_from')} />}
        </Field>
        <Field label={t`Valid to`} optional={optional} error={errors.valid_to?.message} className="w-44">
          {(field) => <DateField {...field} {...register('valid_to')} />}
        </Field>
      </div>
    </>
  )
}

/** "3 weeks: A, B, C". */
function rotationWords(weeks: number, none: string): string {
  if (weeks === 1) return none
  const letters = Array.from({ length: weeks }, (_, index) => weekLetter(index + 1)).join(', ')
  return plural(weeks, { one: `# week: ${letters}`, other: `# weeks: ${letters}` })
}
