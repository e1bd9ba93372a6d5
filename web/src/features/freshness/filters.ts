/** Which batches are shown and in which order, as it stands in the address. What the API does not know is left out. */
import type { BatchState, Status } from '@/api'
import { isDate } from '@/lib/dates'
import type { BatchQuery } from './queries'

/** The most pressing first. */
export const STATUSES = ['recalled', 'expired', 'caution', 'fresh', 'not_yet'] as const satisfies Status[]
export const STATES = ['on_shelf', 'sold', 'discarded', 'recalled'] as const satisfies BatchState[]
export const SORTS = ['-arrival_date', 'arrival_date', 'batch_identifier', 'product', '-updated_at'] as const
export type Sort = (typeof SORTS)[number]

export interface BatchSearch {
  /** Without it what is on the shelf. */
  state?: Exclude<BatchState, 'on_shelf'> | 'all'
  status?: Status
  product?: string
  q?: string
  from?: string
  to?: string
  sort?: Exclude<Sort, '-arrival_date'>
}

const oneOf = <T extends string>(known: readonly T[], value: unknown) => known.find((each) => each === value)

const UUID = /^[0-9a-f-]{36}$/

/** The filter of an address; the plain page has an empty one. */
export function batchSearch(search: Record<string, unknown>): BatchSearch {
  const found = {
    state: oneOf(['sold', 'discarded', 'recalled', 'all'], search.state),
    status: oneOf(STATUSES, search.status),
    product: typeof search.product === 'string' && UUID.test(search.product) ? search.product : undefined,
    q: typeof search.q === 'string' ? search.q.trim().slice(0, 200) : undefined,
    from: isDate(search.from) ? search.from : undefined,
    to: isDate(search.to) ? search.to : undefined,
    sort: oneOf(SORTS.slice(1), search.sort),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value)) as BatchSearch
}

/** What to ask the server for. */
export const queryOf = ({ state, status, product, q, from, to, sort }: BatchSearch): BatchQuery => ({
  ...(state !== 'all' && { state: [state ?? 'on_shelf'] }),
  ...(status && { status: [status] }),
  ...(product && { product_id: product }),
  ...(q && { q }),
  ...(from && { arrived_from: from }),
  ...(to && { arrived_to: to }),
  sort: sort ?? '-arrival_date',
})

/** Whether fewer batches are shown than there are in this state. */
export const isNarrowed = ({ status, product, q, from, to }: BatchSearch): boolean =>
  [status, product, q, from, to].some((each) => each !== undefined)
