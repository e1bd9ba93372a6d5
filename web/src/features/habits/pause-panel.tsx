/** A pause: a range of days, also past ones, that neither count nor break. For one habit, a theme, or everything. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import type { HabitRead, PauseCreate } from '@/api'
import { zPauseCreate } from '@/api/zod.gen'
import { fieldErrors, problemMessage } from '@/lib/problem'
import { themeOfFilter, useThemeFilter } from '@/lib/themes'
import { useTodayDate } from '@/lib/today'
import { Button, DateField, Field, Input, Notice, Sheet } from '@/ui'
import { ThemeField } from '@/ui/theme-field'
import { usePauseActions } from './pause-actions'

export interface PausePanelProps {
  /** Without it a theme or everything is paused. */
  habit?: HabitRead
  open: boolean
  onOpenChange: (open: boolean) => void
}

export function PausePanel({ habit, open, onOpenChange }: PausePanelProps) {
  const { t } = useLingui()
  const form = useId()
  const { add } = usePauseActions()
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={habit ? t`Pause ${habit.name}` : t`Pause habits`}
      description={t`Paused days neither count nor break a streak. Past days can be paused too.`}
      footer={
        <>
          <Button variant="quiet" onClick={() => onOpenChange(false)}>
            <Trans>Leave it</Trans>
          </Button>
          <Button variant="primary" type="submit" form={form} busy={add.isPending}>
            <Trans>Pause</Trans>
          </Button>
        </>
      }
    >
      <PauseForm id={form} habit={habit} add={add} onDone={() => onOpenChange(false)} />
    </Sheet>
  )
}

interface PauseFormProps {
  id: string
  habit: HabitRead | undefined
  add: ReturnType<typeof usePauseActions>['add']
  onDone: () => void
}

function PauseForm({ id, habit, add, onDone }: PauseFormProps) {
  const { t } = useLingui()
  const today = useTodayDate()
  const filtered = themeOfFilter(useThemeFilter())
  const [theme, setTheme] = useState<string | null>((!habit && filtered) || null)
  const [chosen, setChosen] = useState<string>()
  // The sheet may be open before the day is known.
  const from = chosen ?? today ?? ''
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const [own, setOwn] = useState<Record<string, string>>({})
  const errors: Record<string, string> = { ...fieldErrors(add.error), ...own }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body: PauseCreate = {
      habit_id: habit?.id ?? null,
      theme_id: theme,
      starts_on: from,
      ends_on: to || null,
      reason,
    }
    const wrong = zPauseCreate.safeParse(body).error?.issues[0]?.path[0]
    const words = {
      starts_on: t`Choose the first day`,
      ends_on: t`Choose a date`,
      reason: t`This is too long`,
    }
    if (to && to < from) return setOwn({ ends_on: t`The end lies before the start` })
    if (wrong) return setOwn({ [String(wrong)]: words[wrong as keyof typeof words] })
    setOwn({})
    add.mutate(body, { onSuccess: onDone })
  }
  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-4">
      {add.error && Object.keys(fieldErrors(add.error)).length === 0 && (
        <Notice tone="bad" role="alert" title={problemMessage(add.error)} />
      )}
      {!habit && (
        <ThemeField
          label={t`Which habits`}
          none={t`All of them`}
          isFixed
          value={theme}
          onChange={setTheme}
          error={errors.theme_id}
        />
      )}
      <Field label={t`First day`} error={errors.starts_on}>
        {(control) => (
          <DateField {...control} value={from} onChange={(event) => setChosen(event.target.value)} />
        )}
      </Field>
      <Field
        label={t`Last day`}
        optional={t`optional`}
        hint={t`Without a last day it goes on until you end it.`}
        error={errors.ends_on}
      >
        {(control) => <DateField {...control} value={to} onChange={(event) => setTo(event.target.value)} />}
      </Field>
      <Field label={t`Reason`} optional={t`optional`} error={errors.reason}>
        {(control) => (
          <Input
            {...control}
            value={reason}
            placeholder={t`Holiday, illness`}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </form>
  )
}
