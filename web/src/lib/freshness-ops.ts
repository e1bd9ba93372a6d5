/** Writing batches: one lane per batch in the outbox, and which reads are stale once the server has taken a write. */
import type { QueryClient } from '@tanstack/react-query'
import type { BatchCreate, BatchState, BatchUpdate } from '@/api'
import { enqueue, type Op, onSent, unmake } from './outbox'

export const LANE = 'batches/'

/** `state` of what is taken back is the one that the person saw: taken back on two devices, it is taken back once. */
export type BatchWrite =
  | { kind: 'save'; body: BatchCreate }
  | { kind: 'update'; body: BatchUpdate }
  | { kind: 'delete' }
  | { kind: 'undelete' }
  | { kind: 'sold' | 'discarded'; on: string }
  | { kind: 'recalled'; reason: string }
  | { kind: 'restored'; state: BatchState }

type Request = Pick<Op, 'method' | 'url' | 'body'>

function requestOf(batchId: string, write: BatchWrite): Request {
  const url = `/api/v1/batches/${batchId}`
  switch (write.kind) {
    case 'save':
      return { method: 'PUT', url, body: write.body }
    case 'update':
      return { method: 'PATCH', url, body: write.body }
    case 'delete':
      return { method: 'DELETE', url }
    case 'undelete':
      return { method: 'POST', url: `${url}/undelete` }
    default: {
      const { kind, ...body } = write
      return { method: 'POST', url: `${url}/${kind}`, body }
    }
  }
}

/** Keep what is to be done with a batch until the server has it. */
export const enqueueBatch = (batchId: string, write: BatchWrite, label: string): Promise<void> =>
  enqueue({ lane: LANE + batchId, label, ...requestOf(batchId, write) })

const BATCH_URL = /^\/api\/v1\/batches\/([0-9a-f-]{36})(?:\/(undelete|sold|discarded|recalled|restored))?$/

export interface BatchOp {
  batchId: string
  write: BatchWrite
}

/** The batch that a write in the outbox is about, and what it does; undefined when it is about something else. */
export function batchOpOf(op: Request): BatchOp | undefined {
  const [, batchId, action] = BATCH_URL.exec(op.url) ?? []
  if (!batchId) return undefined
  const write = action ? ({ kind: action, ...(op.body as object) } as BatchWrite) : wholeOf(op)
  return write && { batchId, write }
}

function wholeOf({ method, body }: Request): BatchWrite | undefined {
  if (method === 'PATCH') return { kind: 'update', body: body as BatchUpdate }
  if (method === 'PUT') return { kind: 'save', body: body as BatchCreate }
  return method === 'DELETE' ? { kind: 'delete' } : undefined
}

/**
 * Delete a batch; answers what brings it back. One that was made here and never sent goes with all that was done to
 * it, and comes back with it: the server hears of neither.
 */
export async function removeBatch(
  batchId: string,
  labels: { gone: string; back: string },
): Promise<() => Promise<void>> {
  const unmade = await unmake(LANE + batchId)
  if (unmade.length === 0) {
    await enqueueBatch(batchId, { kind: 'delete' }, labels.gone)
    return () => enqueueBatch(batchId, { kind: 'undelete' }, labels.back)
  }
  return async () => {
    for (const { lane, method, url, body, label } of unmade) await enqueue({ lane, method, url, body, label })
  }
}

const READS_OF_BATCHES = new Set([
  'listBatches',
  'readBatch',
  'readHistory',
  'listProducts',
  'readNextIdentifier',
  'readTurnover',
  'readToday',
  'listDays',
])

/** Read again all that depends on batches. */
export const refreshBatches = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({
    predicate: ({ queryKey }) =>
      READS_OF_BATCHES.has((queryKey[0] as { _id?: string } | undefined)?._id ?? ''),
  })

/** Read again whenever the server has taken a write to a batch. Answers a function that stops it. */
export const refreshBatchesAfterSending = (client: QueryClient) =>
  onSent((op) => {
    if (op.lane.startsWith(LANE)) void refreshBatches(client)
  })
