/** What can be done to one batch: each is a write to the outbox, shown at once, said in words, and taken back by undo. */
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { Batch } from '@/lib/freshness'
import { type BatchWrite, enqueueBatch, removeBatch } from '@/lib/freshness-ops'
import { newId } from '@/lib/ids'
import { showProblem } from '@/lib/show-problem'
import { showToast } from '@/ui'
import { nameOf } from './words'

export interface BatchActions {
  sell: (batch: Batch) => void
  discard: (batch: Batch) => void
  recall: (batch: Batch, reason: string) => void
  /** Takes the last change of state back. */
  restore: (batch: Batch) => void
  /** The same goods again, arrived today under the next identifier. */
  duplicate: (batch: Batch) => void
  remove: (batch: Batch) => void
}

/** What a copy begins with: the goods are the same, their dates and their lot are not. */
const copyOf = ({ product, limits, quantity, unit, note }: Batch, today: string) => ({
  product_id: product.id,
  arrival_date: today,
  ...limits,
  ...{ quantity, unit, note },
})

/** `today` is the day at the shop. */
export function useBatchActions(today: string): BatchActions {
  const { t } = useLingui()
  return useMemo(() => {
    const send = (batch: Batch, write: BatchWrite, label: string) =>
      enqueueBatch(batch.id, write, label).catch(showProblem)

    const say = (batch: Batch, message: string, undo: () => void) =>
      void showToast(message, { id: `batch-${batch.id}`, undo })

    const leave = (
      batch: Batch,
      write: Extract<BatchWrite, { on: string } | { reason: string }>,
      label: string,
    ) => {
      void send(batch, write, label)
      say(batch, label, () => {
        void send(batch, { kind: 'restored', state: write.kind }, t`${nameOf(batch)}: as before`)
      })
    }

    const remove = async (batch: Batch, message: string) => {
      const labels = { gone: t`${nameOf(batch)}: deleted`, back: t`${nameOf(batch)} is back` }
      const back = await removeBatch(batch.id, labels)
      say(batch, message, () => void back().catch(showProblem))
    }

    const duplicate = (batch: Batch) => {
      const copy = { ...batch, id: newId(), batch_identifier: '' }
      void send(copy, { kind: 'save', body: copyOf(batch, today) }, t`${nameOf(batch)}: once more`)
      const labels = { gone: t`${nameOf(copy)}: deleted`, back: t`${nameOf(copy)} is back` }
      say(copy, t`${batch.product.name} once more, arrived today`, () => {
        void removeBatch(copy.id, labels).catch(showProblem)
      })
    }

    return {
      sell: (batch) => leave(batch, { kind: 'sold', on: today }, t`${nameOf(batch)}: sold`),
      discard: (batch) => leave(batch, { kind: 'discarded', on: today }, t`${nameOf(batch)}: discarded`),
      recall: (batch, reason) => leave(batch, { kind: 'recalled', reason }, t`${nameOf(batch)}: recalled`),
      restore: (batch) => {
        void send(batch, { kind: 'restored', state: batch.state }, t`${nameOf(batch)}: taken back`)
        void showToast(t`${nameOf(batch)}: taken back`, { id: `batch-${batch.id}` })
      },
      duplicate,
      remove: (batch) => void remove(batch, t`${nameOf(batch)} was deleted`).catch(showProblem),
    }
  }, [t, today])
}
