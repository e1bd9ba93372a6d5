/** One day of a habit: what happened, an amount and a note. For today's amounts and for days past. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { CheckInWrite, DayState, HabitRead } from '@/api'
import { zCheckInWrite } from '@/api/zod.gen'
import { longDate } from '@/lib/dates'
import { numberOf, textOf } from '@/lib/forms/numbers'
import { Button, Field, Input, SegmentedControl, Textarea } from '@/ui'
import { PopoverAt } from '@/ui/popover'
import { useRecord } from './record'
import { stateWords } from './words'

export interface DayPanelProps {
  habit: HabitRead
  date: string
  anchor: DOMRect
  before: CheckInWrite | null
  state: DayState
  onClose: () => void
}

export function DayPanel({ habit, date, anchor, before, state, onClose }: DayPanelProps) {
  const { t, i18n } = useLingui()
  const title = longDate(date, i18n.locale)
  return (
    <PopoverAt anchor={anchor} label={t`${habit.name}, ${title}`} onClose={onClose}>
      <h2 className="text-head leading-tight">{title}</h2>
      <p className="mt-0.5 mb-3 text-small text-ink-2">
        {habit.name} · {i18n._(stateWords[state])}
      </p>
      <DayForm habit={habit} date={date} before={before} onDone={onClose} />
    </PopoverAt>
  )
}

interface DayFormProps {
  habit: HabitRead
  date: string
  before: CheckInWrite | null
  onDone: () => void
}

/** Answers what was typed as a check-in, or why it cannot be one. */
function useDay(habit: HabitRead, before: CheckInWrite | null) {
  const { t, i18n } = useLingui()
  const [status, setStatus] = useState<CheckInWrite['status']>(before?.status ?? 'done')
  const [amount, setAmount] = useState(textOf(before?.amount, i18n.locale))
  const [note, setNote] = useState(before?.note ?? '')
  const [error, setError] = useState<{ field: 'amount' | 'note'; words: string }>()
  const measured = habit.kind === 'measure' && status === 'done'
  const read = () => {
    const write = { status, note, ...(measured && { amount: numberOf(amount) }) }
    if (measured && !amount.trim()) return setError({ field: 'amount', words: t`How much was it?` })
    const wrong = zCheckInWrite.safeParse(write).error?.issues[0]?.path[0]
    if (wrong === 'note') return setError({ field: 'note', words: t`This is too long` })
    if (wrong) return setError({ field: 'amount', words: t`Write a number, such as 1.5` })
    return write
  }
  return { status, setStatus, amount, setAmount, note, setNote, error, measured, read }
}

function DayForm({ habit, date, before, onDone }: DayFormProps) {
  const { t } = useLingui()
  const record = useRecord()
  const day = useDay(habit, before)
  const send = (write: CheckInWrite | null) => {
    void record({ habit, date, write, before })
    onDone()
  }
  const wrong = (field: string) => (day.error?.field === field ? day.error.words : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const write = day.read()
    if (write) send(write)
  }
  return (
    <form onSubmit={submit} className="grid gap-3" noValidate>
      <SegmentedControl
        label={t`What happened`}
        value={day.status}
        onChange={day.setStatus}
        choices={[
          { value: 'done', label: habit.kind === 'measure' ? t`Amount` : t`Done` },
          { value: 'skipped', label: t`Skipped` },
          { value: 'missed', label: t`Not done` },
        ]}
        className="w-full!"
      />
      {day.measured && (
        <Field label={habit.unit ? t`Amount in ${habit.unit}` : t`Amount`} error={wrong('amount')}>
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              value={day.amount}
              onChange={(event) => day.setAmount(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label={t`Note`} optional={t`optional`} error={wrong('note')}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            value={day.note}
            onChange={(event) => day.setNote(event.target.value)}
          />
        )}
      </Field>
      <div className="flex justify-between gap-2">
        {before ? (
          <Button variant="quiet" icon="undo" onClick={() => send(null)}>
            <Trans>Clear</Trans>
          </Button>
        ) : (
          <span />
        )}
        <Button variant="primary" type="submit">
          <Trans>Save</Trans>
        </Button>
      </div>
    </form>
  )
}
