/** Why these batches are called back; what is typed stands on the page that customers see. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import type { Batch } from '@/lib/freshness'
import { Button, Dialog, Field, Textarea } from '@/ui'
import { useBatchActions } from './actions'
import { useBulk } from './bulk'
import { nameOf } from './words'

interface RecallProps {
  batches: readonly Batch[]
  today: string
  onClose: () => void
}

export function RecallDialog({ batches, today, onClose }: RecallProps) {
  const { t } = useLingui()
  const id = useId()
  const [reason, setReason] = useState('')
  const actions = useBatchActions(today)
  const change = useBulk(today)
  const [first] = batches
  const recall = () => {
    if (batches.length === 1 && first) actions.recall(first, reason.trim())
    else void change(batches, { action: 'recalled', reason: reason.trim() }, t`recalled`)
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={batches.length === 1 && first ? t`Recall ${nameOf(first)}` : t`Recall several batches`}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            <Trans>Not now</Trans>
          </Button>
          <Button variant="danger" icon="alert" type="submit" form={id}>
            <Plural value={batches.length} one="Recall the batch" other="Recall # batches" />
          </Button>
        </>
      }
    >
      <form
        id={id}
        onSubmit={(event) => {
          event.preventDefault()
          recall()
        }}
      >
        <Field
          label={t`Reason`}
          optional={t`optional`}
          hint={t`Whoever scans a label sees at once that it is recalled.`}
        >
          {(control) => (
            <Textarea
              {...control}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
