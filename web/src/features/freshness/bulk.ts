/**
 * One change to several batches, with one undo. The server makes it at once, to all or to none, and answers what undoes
 * it; where it cannot be reached, or something waits for one of the batches, each has a write of its own in the outbox.
 */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type BatchBulk, type BatchRead, changeBatches } from '@/api'
import { type Batch, waitingFor } from '@/lib/freshness'
import { type BatchWrite, enqueueBatch, refreshBatches, removeBatch } from '@/lib/freshness-ops'
import { newId } from '@/lib/ids'
import { pending } from '@/lib/outbox'
import { Problem } from '@/lib/problem'
import { showProblem } from '@/lib/show-problem'
import { showToast } from '@/ui'
import { hideBatches, showBatches } from './sync'
import { nameOf } from './words'

export interface Change {
  action: Exclude<BatchBulk['action'], 'undelete'>
  reason?: string
}

const isUnreachable = (error: unknown) =>
  error instanceof Problem && (error.status === 0 || error.status >= 502)

/** The change as a write to one batch, and what takes it back. */
export function writesOf(
  { state }: Pick<Batch, 'state'>,
  { action, reason = '' }: Change & { action: Exclude<Change['action'], 'delete'> },
  today: string,
): { write: BatchWrite; undo: BatchWrite | undefined } {
  if (action === 'restored') return { write: { kind: 'restored', state }, undo: undefined }
  const write: BatchWrite = action === 'recalled' ? { kind: action, reason } : { kind: action, on: today }
  return { write, undo: { kind: 'restored', state: action } }
}

async function post(body: BatchBulk): Promise<{ data: BatchRead[]; undo: BatchBulk | null }> {
  const headers = { 'Idempotency-Key': newId() }
  return (await changeBatches({ body, headers, throwOnError: true })).data
}

export function useBulk(today: string) {
  const { t } = useLingui()
  const client = useQueryClient()

  const apply = async (body: BatchBulk) => {
    const { data, undo } = await post(body)
    showBatches(client, data, body.action === 'undelete')
    void refreshBatches(client)
    return undo
  }

  /** Answers how to take it back, where that can be. */
  const atOnce = async (batches: readonly Batch[], { action, reason = '' }: Change) => {
    const ids = batches.map(({ id }) => id)
    const on = action === 'sold' || action === 'discarded' ? today : null
    const undo = await apply({ ids, action, reason, on })
    if (action === 'delete') hideBatches(client, ids)
    return undo ? () => void apply(undo).catch(showProblem) : undefined
  }

  const removeEach = async (batches: readonly Batch[], label: string) => {
    const backs: (() => Promise<void>)[] = []
    for (const batch of batches) {
      const labels = { gone: `${nameOf(batch)}: ${label}`, back: t`${nameOf(batch)} is back` }
      backs.push(await removeBatch(batch.id, labels))
    }
    return () => {
      for (const back of backs) void back().catch(showProblem)
    }
  }

  const oneByOne = async (batches: readonly Batch[], { action, reason = '' }: Change, label: string) => {
    if (action === 'delete') return removeEach(batches, label)
    const pairs = batches.map((batch) => ({ batch, ...writesOf(batch, { action, reason }, today) }))
    for (const { batch, write } of pairs) await enqueueBatch(batch.id, write, `${nameOf(batch)}: ${label}`)
    if (action === 'restored') return undefined
    return () => {
      for (const { batch, undo } of pairs)
        if (undo) void enqueueBatch(batch.id, undo, t`${nameOf(batch)}: as before`).catch(showProblem)
    }
  }

  const send = async (batches: readonly Batch[], change: Change, label: string) => {
    const waiting = waitingFor(await pending())
    const canSend = navigator.onLine && batches.every(({ id }) => !waiting.has(id))
    if (!canSend) return oneByOne(batches, change, label)
    return atOnce(batches, change).catch((error: unknown) => {
      if (isUnreachable(error)) return oneByOne(batches, change, label)
      throw error
    })
  }

  /** `label` is what was done, such as "sold". */
  return async (batches: readonly Batch[], change: Change, label: string) => {
    if (batches.length === 0) return
    try {
      const undo = await send(batches, change, label)
      const count = plural(batches.length, { one: '# batch', other: '# batches' })
      void showToast(`${count}: ${label}`, { id: 'bulk', ...(undo && { undo }) })
    } catch (error) {
      showProblem(error)
    }
  }
}
