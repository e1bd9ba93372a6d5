/** The form of a task: fields in the order in which one thinks of them; errors land on the fields, nothing typed is lost. */
import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, type ReactNode, Suspense, useId, useState } from 'react'
import { Controller, FormProvider, useForm, useFormContext } from 'react-hook-form'
import type { ChecklistItemRead, Weekday } from '@/api'
import { useDraft } from '@/lib/forms/draft'
import { Button, Field, FieldGroup, Input, SegmentedControl, Skeleton, Textarea } from '@/ui'
import { DraftNotice, Refusal } from '@/ui/forms/notices'
import { ThemeField } from '@/ui/theme-field'
import { checks, refusedFields } from './form-checks'
import type { TaskForm } from './form-model'
import { DueFields, RepeatFields } from './plan-fields'
import { priorityWords } from './words'

const ChecklistField = lazy(() =>
  import('./checklist-field').then((file) => ({ default: file.ChecklistField })),
)

interface EditorProps {
  start: TaskForm
  /** The task is there already. */
  isKept?: boolean
  owner: string
  subject: string
  today: string
  weekStart: Weekday
  save: (form: TaskForm) => Promise<unknown>
  onCancel: () => void
  /** Ticking a step of a task that is there is no typing: it is done at once. */
  onSteps?: (steps: ChecklistItemRead[]) => void
  /** Places the form and its buttons. */
  children: (body: ReactNode, footer: ReactNode) => ReactNode
}

export function TaskEditor(props: EditorProps) {
  const { start, isKept = false, owner, subject, today, weekStart, save, onCancel, onSteps, children } = props
  const { t } = useLingui()
  const id = useId()
  const [refusal, setRefusal] = useState<unknown>()
  const form = useForm<TaskForm>({
    defaultValues: start,
    resolver: checks,
    mode: 'onSubmit',
    reValidateMode: 'onChange',
  })
  const draft = useDraft(form, owner, `task.${subject}`)
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
  const onTicked = (step: ChecklistItemRead) => {
    if (!onSteps || start.checklist.every(({ id: kept }) => kept !== step.id)) return
    const steps = start.checklist.map((kept) =>
      kept.id === step.id ? { ...kept, is_done: step.is_done } : kept,
    )
    form.reset({ ...start, checklist: steps }, { keepValues: true })
    onSteps(steps)
  }
  const body = (
    <form
      id={id}
      onSubmit={submit}
      noValidate
      className="mt-6 grid max-w-[36rem] gap-6 in-[[role=dialog]]:mt-0"
    >
      <DraftNotice draft={draft} name={draft.found?.title} />
      <Field label={t`What is to be done`} error={errors.title?.message}>
        {(control) => <Input {...control} {...form.register('title')} autoComplete="off" />}
      </Field>
      <DueFields today={today} />
      <RepeatFields today={today} weekStart={weekStart} />
      <Suspense fallback={<ChecklistToCome steps={start.checklist.length} />}>
        <ChecklistField onTicked={onTicked} />
      </Suspense>
      <MoreFields />
      {refusal !== undefined && <Refusal error={refusal} />}
    </form>
  )
  const footer = (
    <>
      <Button variant="quiet" onClick={onCancel}>
        <Trans>Not now</Trans>
      </Button>
      <Button variant="primary" type="submit" form={id} busy={isSubmitting}>
        {isKept ? <Trans>Save changes</Trans> : <Trans>Save task</Trans>}
      </Button>
    </>
  )
  return <FormProvider {...form}>{children(body, footer)}</FormProvider>
}

/** Holds the place of the steps and of the field under them. */
function ChecklistToCome({ steps }: { steps: number }) {
  const { t } = useLingui()
  return (
    <div role="status" aria-label={t`One moment`}>
      <Skeleton className="mb-3 h-5 w-16" />
      {Array.from({ length: steps + 1 }, (_, step) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity
        <div key={step} className="flex h-11 items-center border-b border-rule">
          <Skeleton className="h-4 w-2/5" />
        </div>
      ))}
    </div>
  )
}

function MoreFields() {
  const { t, i18n } = useLingui()
  const { control, register, formState } = useFormContext<TaskForm>()
  const { errors } = formState
  const priorities = (['low', 'medium', 'high'] as const).map((value) => ({
    value,
    label: i18n._(priorityWords[value]),
  }))
  return (
    <>
      <FieldGroup legend={t`Priority`} error={errors.priority?.message}>
        <Controller
          control={control}
          name="priority"
          render={({ field }) => (
            <SegmentedControl
              label={t`Priority`}
              value={field.value}
              onChange={field.onChange}
              choices={priorities}
            />
          )}
        />
      </FieldGroup>
      <Controller
        control={control}
        name="theme_id"
        render={({ field }) => (
          <ThemeField
            value={field.value || null}
            onChange={(theme) => field.onChange(theme ?? '')}
            error={errors.theme_id?.message}
            className="max-w-80"
          />
        )}
      />
      <Field label={t`Notes`} optional={t`optional`} error={errors.notes?.message}>
        {(field) => <Textarea {...field} {...register('notes')} rows={4} />}
      </Field>
    </>
  )
}
