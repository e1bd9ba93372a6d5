/** The form of a session, in the order in which one thinks of it; errors land on the fields, nothing typed is lost. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useId, useState } from 'react'
import { Controller, FormProvider, useForm, useFormContext } from 'react-hook-form'
import type { Weekday } from '@/api'
import { useDraft } from '@/lib/forms/draft'
import { Button, Field, Input, SegmentedControl, Textarea } from '@/ui'
import { ColorField } from '@/ui/color-field'
import { DraftNotice, Refusal } from '@/ui/forms/notices'
import { ThemeField } from '@/ui/theme-field'
import { checks, refusedFields } from './form-checks'
import type { SessionForm } from './form-model'
import { SubjectField } from './subject-field'
import type { KnownSubject } from './subjects'
import { TimeFields } from './time-fields'

interface EditorProps {
  start: SessionForm
  /** The session is there already. */
  isKept?: boolean
  owner: string
  /** What the draft is of: a session's id, or the routine in which a new one is made. */
  subject: string
  subjects: readonly KnownSubject[]
  weekStart: Weekday
  rotationWeeks: number
  save: (form: SessionForm) => Promise<unknown>
  onCancel: () => void
  /** Places the form and its buttons. */
  children: (body: ReactNode, footer: ReactNode) => ReactNode
}

export function SessionEditor(props: EditorProps) {
  const { start, isKept = false, owner, subject, save, onCancel, children } = props
  const id = useId()
  const [refusal, setRefusal] = useState<unknown>()
  const form = useForm<SessionForm>({
    defaultValues: start,
    resolver: checks,
    mode: 'onSubmit',
    reValidateMode: 'onChange',
  })
  const draft = useDraft(form, owner, `session.${subject}`)
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
  const body = (
    <form id={id} onSubmit={submit} noValidate className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <DraftNotice draft={draft} name={draft.found?.subject} />
      <SubjectField subjects={props.subjects} />
      <KindField />
      <TimeFields weekStart={props.weekStart} rotationWeeks={props.rotationWeeks} />
      <MoreFields />
      {refusal !== undefined && <Refusal error={refusal} />}
    </form>
  )
  const footer = (
    <>
      <Button variant="quiet" onClick={onCancel}>
        <Trans>Not now</Trans>
      </Button>
      <Button variant="primary" type="submit" form={id} busy={form.formState.isSubmitting}>
        {isKept ? <Trans>Save changes</Trans> : <Trans>Save session</Trans>}
      </Button>
    </>
  )
  return <FormProvider {...form}>{children(body, footer)}</FormProvider>
}

function KindField() {
  const { t } = useLingui()
  const { control } = useFormContext<SessionForm>()
  return (
    <Controller
      control={control}
      name="kind"
      render={({ field }) => (
        <div className="grid gap-1.5">
          <SegmentedControl
            label={t`Kind of session`}
            value={field.value}
            onChange={field.onChange}
            choices={[
              { value: 'class', label: t`Class`, icon: 'clock' },
              { value: 'task', label: t`Task`, icon: 'tasks' },
            ]}
          />
          <p className="text-small text-ink-2">
            {field.value === 'task' ? (
              <Trans>Stands on Today with a box, and counts once it is ticked.</Trans>
            ) : (
              <Trans>A lesson, a shift, a meeting: it takes place, and needs no tick.</Trans>
            )}
          </p>
        </div>
      )}
    />
  )
}

function MoreFields() {
  const { t } = useLingui()
  const { control, register, formState } = useFormContext<SessionForm>()
  const { errors } = formState
  const optional = t`optional`
  return (
    <>
      <Field label={t`Place`} optional={optional} error={errors.location?.message}>
        {(field) => <Input {...field} {...register('location')} autoComplete="off" />}
      </Field>
      <Field label={t`Note`} optional={optional} error={errors.note?.message}>
        {(field) => <Textarea {...field} {...register('note')} />}
      </Field>
      <Controller
        control={control}
        name="theme_id"
        render={({ field }) => (
          <ThemeField
            value={field.value || null}
            onChange={(theme) => field.onChange(theme ?? '')}
            error={errors.theme_id?.message}
          />
        )}
      />
      <Controller
        control={control}
        name="color"
        render={({ field }) => (
          <ColorField
            legend={t`Colour`}
            none={t`As its theme`}
            value={field.value}
            onChange={field.onChange}
            error={errors.color?.message}
          />
        )}
      />
    </>
  )
}
