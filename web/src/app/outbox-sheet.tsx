/** What waits to be sent and what was refused; loaded lazily. */
import { Trans, useLingui } from '@lingui/react/macro'
import { discard, flush, type Op, retry } from '@/lib/outbox'
import { useOutboxStatus } from '@/lib/outbox-status'
import { Button, LedgerList, LedgerRow, Sheet } from '@/ui'

export function OutboxSheet({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const { t } = useLingui()
  const { waiting, refused } = useOutboxStatus()
  return (
    <Sheet
      open
      onOpenChange={onOpenChange}
      title={t`Changes on this device`}
      description={t`They stay here until the server has taken them.`}
      footer={
        waiting.length > 0 && (
          <Button icon="retry" onClick={() => void flush()}>
            <Trans>Send now</Trans>
          </Button>
        )
      }
    >
      {refused.length > 0 && (
        <LedgerList timeless title={t`Refused`} aside={refused.length} className="mt-0!">
          {refused.map((op) => (
            <RefusedRow key={op.id} op={op} />
          ))}
        </LedgerList>
      )}
      {waiting.length > 0 && (
        <LedgerList timeless title={t`Waiting`} aside={waiting.length}>
          {waiting.map((op) => (
            <LedgerRow key={op.id} title={op.label} />
          ))}
        </LedgerList>
      )}
      {waiting.length + refused.length === 0 && (
        <p className="text-ink-2">
          <Trans>Everything has been sent.</Trans>
        </p>
      )}
    </Sheet>
  )
}

function RefusedRow({ op }: { op: Op }) {
  const { t } = useLingui()
  return (
    <li className="border-b border-rule py-3">
      <p className="text-row font-semibold">{op.label}</p>
      <p className="text-small text-bad">{op.refusal?.message}</p>
      {op.refusal?.requestId && <p className="text-small text-ink-2">{t`Number ${op.refusal.requestId}`}</p>}
      <div className="mt-2 flex gap-2">
        <Button icon="retry" onClick={() => void retry(op.id)}>
          <Trans>Try again</Trans>
        </Button>
        <Button variant="danger" icon="trash" onClick={() => void discard(op.id)}>
          <Trans>Discard</Trans>
        </Button>
      </div>
    </li>
  )
}
