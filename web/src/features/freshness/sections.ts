/** The list in parts by how fresh things are, the most pressing first; in another order there are no parts. */
import type { Status } from '@/api'
import type { Batch } from '@/lib/freshness'
import { type BatchSearch, STATUSES } from './filters'

export interface Section {
  /** `waiting`: made here, and not yet judged by the server. Undefined: the whole list. */
  status: Status | 'waiting' | undefined
  batches: readonly Batch[]
}

export function inSections(batches: readonly Batch[], { sort, state }: BatchSearch): Section[] {
  if (batches.length === 0) return []
  if (sort || (state && state !== 'all')) return [{ status: undefined, batches }]
  const parts: Section[] = [
    { status: 'waiting', batches: batches.filter(({ status }) => status === null) },
    ...STATUSES.map((status) => ({
      status,
      batches: batches.filter((batch) => batch.status === status),
    })),
  ]
  return parts.filter((part) => part.batches.length > 0)
}

/** Whether a batch still belongs to what is shown once what waits has been done to it. */
export function isShown(batch: Batch, { state, status, product }: BatchSearch): boolean {
  if (state !== 'all' && batch.state !== (state ?? 'on_shelf')) return false
  if (product && batch.product.id !== product) return false
  return !status || batch.status === null || batch.status === status
}
