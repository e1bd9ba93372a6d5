/** One date of a session on another day or at another time; the others stay. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import type { DateMove, SessionRead } from '@/api'
import { isDate } from '@/lib/dates'
import { saveSession } from '@/lib/timetable-saving'
import { Button, DateField, Dialog, Field, Input } from '@/ui'
import { Refusal } from '@/ui/forms/notices'
import type { SessionActions } from '../actions'
import { moveBack } from '../moves'
import { useDateForm } from './use-date-form'

interface MoveDialogProps {
  session: SessionRead
  /** The planned date to begin with. */
  date: string
  offerBack: SessionActions['offerBack']
  onClose: () => void
  onDone: () => void
}

export function MoveDialog({ session, date, offerBack, onClose, onDone }: MoveDialogProps) {
  const { t } = useLingui()
  const id = useId()
  const { form, set, errors, refusal, isBusy, submit } = useMoving({ session, date, offerBack, onDone })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t`Move a date of ${session.subject}`}
      description={t`Only this date moves; all others stay where they are.`}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            <Trans>Not now</Trans>
          </Button>
          <Button variant="primary" type="submit" form={id} busy={isBusy}>
            <Trans>Move it</Trans>
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} noValidate className="grid gap-5">
        <Field label={t`Planned on`} error={errors.planned} className="w-44">
          {(field) => (
            <DateField
              {...field}
              value={form.planned}
              onChange={(event) => set({ planned: event.target.value })}
            />
          )}
        </Field>
        <div className="flex flex-wrap items-start gap-3">
          <Field label={t`Moved to`} error={errors.on} className="w-44">
            {(field) => (
              <DateField {...field} value={form.on} onChange={(event) => set({ on: event.target.value })} />
            )}
          </Field>
          <Field label={t`At`} error={errors.starts} className="w-36">
            {(field) => (
              <Input
                {...field}
                type="time"
                value={form.starts}
                onChange={(event) => set({ starts: event.target.value })}
                className="tabular-nums"
              />
            )}
          </Field>
        </div>
        {refusal !== undefined && <Refusal error={refusal} />}
      </form>
    </Dialog>
  )
}

function useMoving({ session, date, offerBack, onDone }: Omit<MoveDialogProps, 'onClose'>) {
  const { t } = useLingui()
  const client = useQueryClient()
  return useDateForm({
    start: { planned: date, on: date, starts: session.starts },
    wrong: ({ planned, on, starts }) => ({
      ...(!isDate(planned) && { planned: t`Choose a date` }),
      ...(!isDate(on) && { on: t`Choose a date` }),
      ...(!starts && { starts: t`Write a time of day` }),
    }),
    names: { date: 'planned' },
    send: async ({ planned, on, starts }) => {
      const body: DateMove = { on, starts }
      const message = t`${session.subject}: moved`
      const key = { routineId: session.routine_id, sessionId: session.id }
      const doing = { kind: 'move', date: planned, body } as const
      await saveSession(client, key, doing, message)
      // To where it stood before, which may have been another day than the planned one.
      const { back } = moveBack(session, planned)
      offerBack(session, doing, back, message)
      onDone()
    },
  })
}
