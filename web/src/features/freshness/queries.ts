/** What the screens of freshness read. Keys are the generated ones, so that all of them share a cache. */
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { type BatchList, type BatchRead, type ListBatchesData, listBatches, type ProductRead } from '@/api'
import { listBatchesQueryKey, listProductsOptions } from '@/api/@tanstack/react-query.gen'

export type BatchQuery = Omit<NonNullable<ListBatchesData['query']>, 'cursor'>

/** What the server gives at once. */
export const PAGE = 200

/** As many batches as are wanted, however many pages the server makes of them. */
async function read({ limit = PAGE, ...query }: BatchQuery, signal: AbortSignal): Promise<BatchList> {
  const found: BatchRead[] = []
  let cursor: string | null = null
  for (;;) {
    const page: { data: BatchList } = await listBatches({
      query: { ...query, limit: PAGE, ...(cursor && { cursor }) },
      signal,
      throwOnError: true,
    })
    found.push(...page.data.data)
    cursor = page.data.next_cursor
    if (!cursor || found.length >= limit) return { ...page.data, data: found }
  }
}

export const batchesOptions = (query: BatchQuery) =>
  queryOptions({
    queryKey: listBatchesQueryKey({ query }),
    queryFn: ({ signal }) => read(query, signal),
  })

export const useBatches = (query: BatchQuery) =>
  useQuery({ ...batchesOptions(query), placeholderData: keepPreviousData })

const productsOptions = listProductsOptions({ query: { limit: PAGE } })
export const productsKey = productsOptions.queryKey

export const useProductsQuery = () => useQuery(productsOptions)

/** The person's products in their order; none while they are read. */
export const useProducts = (): readonly ProductRead[] => useProductsQuery().data?.data ?? NONE

const NONE: readonly ProductRead[] = []
