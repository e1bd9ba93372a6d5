/** The form itself: fields in the order in which one thinks of them; errors land on the fields, and nothing typed is lost. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Controller, FormProvider, useForm } from 'react-hook-form'
import type { Weekday } from '@/api'
import { useDraft } from '@/lib/forms/draft'
import { Button, Field, Input, Textarea } from '@/ui'
import { ColorField } from '@/ui/color-field'
import { DraftNotice, Refusal } from '@/ui/forms/notices'
import { ThemeField } from '@/ui/theme-field'
import { checksOf, refusedFields } from './form-checks'
import type { HabitForm } from './form-model'
import { MeasureFields } from './measure-fields'
import { ReminderFields } from './reminder-fields'
import { ScheduleEditor } from './schedule-editor'
import { WindowFields } from './window-fields'

interface EditorProps {
  start: HabitForm
  /** The habit as it is, when one is edited. */
  before?: HabitForm
  owner: string
  subject?: string
  weekStart: Weekday
  today: string
  save: (form: HabitForm) => Promise<unknown>
  onCancel: () => void
}

export function HabitEditor({
  start,
  before,
  owner,
  subject,
  weekStart,
  today,
  save,
  onCancel,
}: EditorProps) {
  const { t } = useLingui()
  const [refusal, setRefusal] = useState<unknown>()
  const form = useForm<HabitForm>({
    defaultValues: start,
    resolver: checksOf(before),
    mode: 'onSubmit',
    reValidateMode: 'onChange',
  })
  const draft = useDraft(form, owner, `habit.${subject ?? 'new'}`)
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
        <Field label={t`Name`} error={errors.name?.message}>
          {(control) => <Input {...control} {...form.register('name')} autoComplete="off" />}
        </Field>
        <ScheduleEditor weekStart={weekStart} today={today} before={before} />
        <MeasureFields fixedKind={before !== undefined} />
        <WindowFields today={today} />
        <ReminderFields />
        <Controller
          control={form.control}
          name="theme_id"
          render={({ field }) => (
            <ThemeField
              value={field.value || null}
              onChange={(id) => field.onChange(id ?? '')}
              error={errors.theme_id?.message}
              className="max-w-80"
            />
          )}
        />
        <Controller
          control={form.control}
          name="color"
          render={({ field }) => (
            <ColorField
              legend={t`Colour of its mark`}
              value={field.value}
              onChange={field.onChange}
              error={errors.color?.message}
            />
          )}
        />
        <Field label={t`Description`} optional={t`optional`} error={errors.description?.message}>
          {(control) => <Textarea {...control} {...form.register('description')} />}
        </Field>
        {refusal !== undefined && <Refusal error={refusal} />}
        <div className="flex flex-wrap items-center justify-end gap-2 border-t border-rule pt-4">
          <Button variant="quiet" onClick={onCancel}>
            <Trans>Not now</Trans>
          </Button>
          <Button variant="primary" type="submit" busy={isSubmitting}>
            {before ? <Trans>Save changes</Trans> : <Trans>Save habit</Trans>}
          </Button>
        </div>
      </form>
    </FormProvider>
  )
}
