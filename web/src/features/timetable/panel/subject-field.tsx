/** What it is, with the subjects used before: one of them brings its place, colour and theme along. */
import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { useFormContext } from 'react-hook-form'
import { Field, Input } from '@/ui'
import type { SessionForm } from './form-model'
import { filledBy, type KnownSubject, knownSubject } from './subjects'

export function SubjectField({ subjects }: { subjects: readonly KnownSubject[] }) {
  const { t } = useLingui()
  const list = useId()
  const { register, setValue, formState } = useFormContext<SessionForm>()
  const { errors, dirtyFields, defaultValues } = formState
  const fill = (typed: string) => {
    const known = knownSubject(subjects, typed)
    // What a session has already is never overwritten by its name.
    if (!known || defaultValues?.subject) return
    for (const [field, value] of filledBy(known, dirtyFields)) setValue(field, value)
  }
  return (
    <Field label={t`Subject`} error={errors.subject?.message}>
      {(control) => (
        <>
          <Input
            {...control}
            {...register('subject', { onChange: (event) => fill(event.target.value) })}
            list={subjects.length > 0 ? list : undefined}
            autoComplete="off"
          />
          <datalist id={list}>
            {subjects.map(({ subject, location }) => (
              <option key={subject} value={subject} label={location ? `${subject} · ${location}` : subject} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}
