/** Why one date of a session is cancelled, which need not be said. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import type { SessionEntry } from '@/api'
import { zDateCancel } from '@/api/zod.gen'
import { longDate } from '@/lib/dates'
import { Button, Field, Input, Sheet } from '@/ui'
import { cancel } from './session-changes'
import type { SessionActions } from './use-session-actions'

interface SheetProps {
  entry: SessionEntry
  actions: SessionActions
  onClose: () => void
}

export function CancelSheet({ entry, actions, onClose }: SheetProps) {
  const { t, i18n } = useLingui()
  const formId = useId()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!zDateCancel.safeParse({ reason }).success) return setError(t`Say it in at most 200 characters.`)
    cancel(entry, reason.trim(), actions)
    onClose()
  }
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={entry.title}
      description={longDate(entry.on, i18n.locale)}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            <Trans>Keep it</Trans>
          </Button>
          <Button type="submit" form={formId} variant="primary">
            <Trans>Cancel this date</Trans>
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send}>
        <Field label={t`Reason`} hint={t`Optional`} error={error}>
          {(control) => (
            <Input {...control} value={reason} onChange={({ target }) => setReason(target.value)} />
          )}
        </Field>
      </form>
    </Sheet>
  )
}
