/** Amount, answer and note of one habit on one day; loaded when it is first opened. */
import { t } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { CheckInStatus, HabitEntry } from '@/api'
import { zCheckInWrite } from '@/api/zod.gen'
import { figure, longDate } from '@/lib/dates'
import { regional } from '@/lib/i18n'
import { Button, type ControlProps, Field, Input, SegmentedControl, Sheet, Textarea } from '@/ui'
import type { Write } from '../check-in'
import { parseAmount } from './amount'

interface SheetProps {
  entry: HabitEntry
  date: string
  /** Where the person wants to begin. */
  field: 'amount' | 'note'
  onSave: (write: Write) => void
  onClose: () => void
}

const statusOf = ({ state }: HabitEntry): CheckInStatus =>
  state === 'skipped' || state === 'missed' ? state : 'done'

export function DaySheet({ entry, date, field, onSave, onClose }: SheetProps) {
  const { t, i18n } = useLingui()
  const formId = useId()
  const isMeasured = entry.habit_kind === 'measure'
  const [status, setStatus] = useState(statusOf(entry))
  const [amount, setAmount] = useState(entry.amount === null ? '' : plain(entry.amount, i18n.locale))
  const [note, setNote] = useState(entry.note)
  const [error, setError] = useState<string>()
  const save = (event: FormEvent) => {
    event.preventDefault()
    const number = amount.trim() === '' ? null : parseAmount(amount, regional(i18n.locale))
    const isUnread = isMeasured && amount.trim() !== '' && number === null
    // An amount speaks for itself: typed into a day that was missed, the target decides again.
    const said = status === 'missed' && number !== entry.amount && number !== null ? 'done' : status
    const write = zCheckInWrite.safeParse({ status: said, amount: isMeasured ? number : null, note })
    if (isUnread || !write.success) return setError(t`Type a number, such as ${figure(1.5, i18n.locale)}.`)
    onSave(write.data)
    onClose()
  }
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={entry.title}
      description={longDate(date, i18n.locale)}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" form={formId} variant="primary">
            <Trans>Save</Trans>
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} noValidate className="grid gap-5">
        {isMeasured && (
          <Field
            label={entry.unit ? t`Amount in ${entry.unit}` : t`Amount`}
            hint={targetWords(entry, i18n.locale)}
            error={error}
          >
            {(control) => (
              <AmountInput
                {...control}
                value={amount}
                starts={field === 'amount'}
                onChange={(text) => {
                  setAmount(text)
                  setError(undefined)
                }}
              />
            )}
          </Field>
        )}
        <SegmentedControl
          label={t`Answer`}
          value={status}
          onChange={setStatus}
          choices={[
            { value: 'done', label: isMeasured ? t`Counted` : t`Done` },
            { value: 'skipped', label: t`Skipped` },
            { value: 'missed', label: t`Not done` },
          ]}
        />
        <Field label={t`Note`}>
          {(control) => <NoteInput {...control} value={note} starts={field === 'note'} onChange={setNote} />}
        </Field>
      </form>
    </Sheet>
  )
}

/** The inputs focus themselves only when they are what was asked for; the panel focuses the first otherwise. */
interface InputProps extends ControlProps {
  value: string
  starts: boolean
  onChange: (text: string) => void
}

function AmountInput({ starts, onChange, ...rest }: InputProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (starts) input.current?.select()
  }, [starts])
  return (
    <Input
      {...rest}
      ref={input}
      inputMode="decimal"
      autoComplete="off"
      enterKeyHint="done"
      className="tabular-nums"
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function NoteInput({ starts, onChange, ...rest }: InputProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (starts) area.current?.focus()
  }, [starts])
  return (
    <Textarea
      {...rest}
      ref={area}
      maxLength={2000}
      rows={4}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** A number as it is typed: no marks between thousands. */
const plain = (value: number, locale: string) =>
  new Intl.NumberFormat(regional(locale), { useGrouping: false, maximumFractionDigits: 3 }).format(value)

/** What the amount is held against; nothing without a target. */
function targetWords({ target, target_kind, unit }: HabitEntry, locale: string): string | undefined {
  if (target === null) return undefined
  const aim = `${figure(target, locale)} ${unit}`.trim()
  return target_kind === 'at_least' ? t`At least ${aim}` : t`At most ${aim}`
}
