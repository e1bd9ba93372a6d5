/** What is known of a batch, one fact a line. */
import { useLingui } from '@lingui/react/macro'
import type { Batch } from '@/lib/freshness'
import { dateWords, nextWords, quantityWords } from './words'

export function BatchFacts({ batch, today }: { batch: Batch; today: string }) {
  const { t } = useLingui()
  const { limits } = batch
  const date = (day: string | null) => day && dateWords(day, today)
  const from = batch.use_by_rule === 'product' && t`by the rule of its product`
  const facts: [string, string | null | undefined | false][] = [
    [t`What comes next`, batch.state === 'on_shelf' && nextWords(batch, today)],
    [t`Arrived on`, date(batch.arrival_date)],
    [t`Cut or packed on`, date(batch.butcher_date)],
    [t`Use by`, [date(batch.use_by), from].filter(Boolean).join(', ')],
    [t`Sold on`, batch.state === 'sold' && date(batch.left_on)],
    [t`Discarded on`, batch.state === 'discarded' && date(batch.left_on)],
    [t`Recalled because`, batch.recall_reason],
    [t`Lot`, batch.lot],
    [t`Quantity`, quantityWords(batch)],
    [
      t`Limits`,
      batch.created_at &&
        t`fresh up to day ${limits.fresh_days}, with caution up to day ${limits.caution_days}`,
    ],
    [t`Note`, batch.note],
    [t`Scans`, batch.code && String(batch.scans)],
  ]
  return (
    <dl className="grid content-start">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name} className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-3 border-b border-rule py-2">
              <dt className="text-note text-ink-2">{name}</dt>
              <dd className="whitespace-pre-line wrap-anywhere tabular-nums">{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
