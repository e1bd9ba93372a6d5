/** Cancelling with a reason: one date, a stretch of days, or every date. Nothing is deleted by it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import type { SessionRead } from '@/api'
import { zSeriesCancel } from '@/api/zod.gen'
import { isDate } from '@/lib/dates'
import { longestOf } from '@/lib/forms/longest'
import { saveSession } from '@/lib/timetable-saving'
import { Button, DateField, Dialog, Field, Input, SegmentedControl } from '@/ui'
import { Refusal } from '@/ui/forms/notices'
import type { SessionActions } from '../actions'
import { backOf, type CancelForm, cancellingOf } from './cancel-model'
import { useDateForm } from './use-date-form'

interface CancelDialogProps {
  session: SessionRead
  /** The date to begin with; without one every date. */
  date: string | null
  offerBack: SessionActions['offerBack']
  onClose: () => void
  onDone: () => void
}

const REASON = longestOf(zSeriesCancel.shape.reason)

export function CancelDialog({ session, date, offerBack, onClose, onDone }: CancelDialogProps) {
  const { t } = useLingui()
  const id = useId()
  const { form, set, errors, refusal, isBusy, submit } = useCancelling({ session, date, offerBack, onDone })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t`Cancel ${session.subject}`}
      description={t`It stays in the timetable, struck through, and can be restored at any time.`}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            <Trans>Not now</Trans>
          </Button>
          <Button variant="primary" type="submit" form={id} busy={isBusy}>
            <Trans>Cancel it</Trans>
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} noValidate className="grid gap-5">
        <SegmentedControl
          label={t`What is cancelled`}
          value={form.extent}
          onChange={(extent) => set({ extent })}
          choices={[
            { value: 'date', label: t`One date` },
            { value: 'range', label: t`Several days` },
            { value: 'series', label: t`Every date` },
          ]}
        />
        {form.extent !== 'series' && <Days form={form} set={set} errors={errors} />}
        <Field label={t`Reason`} optional={t`optional`} error={errors.reason}>
          {(field) => (
            <Input
              {...field}
              value={form.reason}
              maxLength={REASON}
              placeholder={t`Illness, a trip, a day off`}
              onChange={(event) => set({ reason: event.target.value })}
            />
          )}
        </Field>
        {refusal !== undefined && <Refusal error={refusal} />}
      </form>
    </Dialog>
  )
}

interface DaysProps {
  form: CancelForm
  set: (change: Partial<CancelForm>) => void
  errors: Record<string, string>
}

function Days({ form, set, errors }: DaysProps) {
  const { t } = useLingui()
  const isRange = form.extent === 'range'
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Field label={isRange ? t`First day` : t`On`} error={errors.on} className="w-44">
        {(field) => (
          <DateField {...field} value={form.on} onChange={(event) => set({ on: event.target.value })} />
        )}
      </Field>
      {isRange && (
        <Field label={t`Last day`} error={errors.until} className="w-44">
          {(field) => (
            <DateField
              {...field}
              value={form.until}
              min={form.on}
              onChange={(event) => set({ until: event.target.value })}
            />
          )}
        </Field>
      )}
    </div>
  )
}

type CancellingProps = Omit<CancelDialogProps, 'onClose'>

function useCancelling({ session, date, offerBack, onDone }: CancellingProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const wrong = ({ extent, on, until }: CancelForm): Record<string, string> => {
    if (extent === 'series') return {}
    if (!isDate(on)) return { on: t`Choose a date` }
    if (extent === 'date') return {}
    if (!isDate(until)) return { until: t`Choose a date` }
    return until < on ? { until: t`The end lies before the start` } : {}
  }
  return useDateForm<CancelForm>({
    start: { extent: date ? 'date' : 'series', on: date ?? '', until: date ?? '', reason: '' },
    wrong,
    names: { date: 'on' },
    send: async (form) => {
      const message = t`${session.subject}: cancelled`
      const doing = cancellingOf(form)
      const back = backOf(doing)
      await saveSession(client, keyOf(session), doing, message)
      offerBack(session, doing, back, message)
      onDone()
    },
  })
}

const keyOf = ({ id, routine_id }: SessionRead) => ({ routineId: routine_id, sessionId: id })
