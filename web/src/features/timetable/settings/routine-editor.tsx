/** The form of a timetable: its name and its day first, then what fewer people need. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import type { Weekday } from '@/api'
import { useDraft } from '@/lib/forms/draft'
import { Button, Field, Input } from '@/ui'
import { DraftNotice, Refusal } from '@/ui/forms/notices'
import { BreaksField } from './breaks-field'
import { DayFields } from './day-fields'
import { checks, refusedFields } from './form-checks'
import type { RoutineForm } from './form-model'
import { HolidaysField } from './holidays-field'
import { PeriodFields } from './period-fields'

interface EditorProps {
  start: RoutineForm
  /** The timetable is there already. */
  isKept?: boolean
  owner: string
  /** What the draft is of. */
  subject: string
  weekStart: Weekday
  save: (form: RoutineForm) => Promise<unknown>
  onCancel: () => void
  /** Above the fields. */
  children?: ReactNode
}

export function RoutineEditor(props: EditorProps) {
  const { start, isKept = false, owner, subject, weekStart, save, onCancel, children } = props
  const { t } = useLingui()
  const [refusal, setRefusal] = useState<unknown>()
  const form = useForm<RoutineForm>({
    defaultValues: start,
    resolver: checks,
    mode: 'onSubmit',
    reValidateMode: 'onChange',
  })
  const draft = useDraft(form, owner, `routine.${subject}`)
  const { errors, isSubmitting } = form.formState
  const submit = form.handleSubmit(async (values) => {
    setRefusal(undefined)
    try {
      await save(values)
      draft.forget()
    } catch (error) {
      const fields = refusedFields(error, values)
      for (const [field, message] of fields)
        form.setError(field, { type: 'server', message }, { shouldFocus: true })
      if (fields.length === 0) setRefusal(error)
    }
  })
  return (
    <FormProvider {...form}>
      <form onSubmit={submit} noValidate className="mt-6 grid max-w-[36rem] gap-7">
        <DraftNotice draft={draft} name={draft.found?.name} />
        {children}
        <Field label={t`Name`} error={errors.name?.message}>
          {(control) => <Input {...control} {...form.register('name')} autoComplete="off" />}
        </Field>
        <DayFields weekStart={weekStart} />
        <BreaksField />
        <PeriodFields />
        <HolidaysField />
        {refusal !== undefined && <Refusal error={refusal} />}
        <div className="flex flex-wrap items-center justify-end gap-2 border-t border-rule pt-4">
          <Button variant="quiet" onClick={onCancel}>
            <Trans>Not now</Trans>
          </Button>
          <Button variant="primary" type="submit" busy={isSubmitting}>
            {isKept ? <Trans>Save changes</Trans> : <Trans>Make the timetable</Trans>}
          </Button>
        </div>
      </form>
    </FormProvider>
  )
}
