/**
 * Batches as they are shown: what the server said last, with what waits to be sent. How fresh something is follows from
 * rules and from the day at the shop, and is the server's to say: until it has answered, there is no status.
 */
import {
  type BatchCreate,
  type BatchRead,
  type BatchUpdate,
  type ProductMark,
  putBatch,
  type Status,
  updateBatch,
} from '@/api'
import { type BatchWrite, batchOpOf, enqueueBatch, LANE } from './freshness-ops'
import type { Op } from './outbox'
import { sendOrKeep } from './send-or-keep'

export type Batch = Omit<BatchRead, 'status' | 'days_on_shelf'> & {
  /** Null while only the server can say. */
  status: Status | null
  days_on_shelf: number | null
}

type Fields = Partial<BatchCreate> & BatchUpdate

const BLANK = {
  batch_identifier: '',
  lot: '',
  butcher_date: null,
  arrival_date: '',
  use_by: null,
  use_by_rule: null,
  quantity: null,
  unit: '',
  note: '',
  state: 'on_shelf',
  status: null,
  next_change: null,
  days_on_shelf: null,
  limits: { fresh_days: 0, caution_days: 0, use_by_days: null },
  left_on: null,
  recall_reason: '',
  code: '',
  code_grouped: '',
  public_url: '',
  scans: 0,
  created_at: '',
  updated_at: '',
} satisfies Partial<Batch>

const DECIDES = [
  'product_id',
  'butcher_date',
  'arrival_date',
  'use_by',
  'fresh_days',
  'caution_days',
] as const

function withFields(batch: Batch, body: Fields, products: readonly ProductMark[]): Batch {
  const { product_id, ...given } = Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== undefined),
  ) as Fields
  const product = products.find(({ id }) => id === product_id)
  const isOpen = DECIDES.some((field) => body[field] !== undefined) || body.use_by_days !== undefined
  return {
    ...batch,
    ...(given as Partial<Batch>),
    ...(product && { product: { id: product.id, name: product.name, emoji: product.emoji } }),
    ...(isOpen && { status: null, days_on_shelf: null, next_change: null }),
  }
}

/** The batch after a write. What was sold goes on ageing, what is thrown away never counts as fresh again. */
export function batchAfter(batch: Batch, write: BatchWrite, products: readonly ProductMark[]): Batch {
  switch (write.kind) {
    case 'save':
    case 'update':
      return withFields(batch, write.body as Fields, products)
    case 'sold':
      return { ...batch, state: 'sold', left_on: write.on }
    case 'discarded':
      return { ...batch, state: 'discarded', status: 'expired', left_on: write.on, next_change: null }
    case 'recalled':
      return {
        ...batch,
        ...{ state: 'recalled', status: 'recalled', recall_reason: write.reason, next_change: null },
      }
    case 'restored':
      return { ...batch, state: 'on_shelf', left_on: null, ...(batch.state !== 'sold' && { status: null }) }
    case 'delete':
    case 'undelete':
      return batch
  }
}

function made(id: string, write: BatchWrite, products: readonly ProductMark[]): Batch | undefined {
  if (write.kind !== 'save') return undefined
  const product = products.find((each) => each.id === write.body.product_id)
  return product && { ...BLANK, id, product }
}

/** The batches as they will be once everything that waits has been sent; new ones come first. */
export function batchesWith(
  batches: readonly BatchRead[],
  waiting: readonly Op[],
  products: readonly ProductMark[],
): Batch[] {
  const known = new Map<string, Batch>(batches.map((batch) => [batch.id, batch]))
  const fresh: string[] = []
  const gone = new Set<string>()
  for (const { batchId, write } of waiting.flatMap((op) => batchOpOf(op) ?? [])) {
    const batch = known.get(batchId) ?? made(batchId, write, products)
    if (batch && !known.has(batchId)) fresh.unshift(batchId)
    if (batch) known.set(batchId, batchAfter(batch, write, products))
    if (write.kind === 'delete') gone.add(batchId)
    else if (write.kind === 'undelete' || write.kind === 'save') gone.delete(batchId)
  }
  const order = [...fresh, ...batches.map(({ id }) => id)]
  return order.flatMap((id) => (gone.has(id) ? [] : (known.get(id) ?? [])))
}

/** The batches that something waits for. */
export const waitingFor = (waiting: readonly Op[]): ReadonlySet<string> =>
  new Set(waiting.flatMap((op) => batchOpOf(op)?.batchId ?? []))

type Saving = Extract<BatchWrite, { kind: 'save' | 'update' }>

/** Save what was typed; answers the batch, or nothing where it is kept to be sent later. */
export const saveBatch = (batchId: string, write: Saving, label: string): Promise<BatchRead | undefined> =>
  sendOrKeep({
    isBefore: ({ lane }) => lane === LANE + batchId,
    send: () => {
      const path = { batch_id: batchId }
      return write.kind === 'save'
        ? putBatch({ path, body: write.body, throwOnError: true })
        : updateBatch({ path, body: write.body, throwOnError: true })
    },
    keep: () => enqueueBatch(batchId, write, label),
  })
