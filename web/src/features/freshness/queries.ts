/** What the screens of freshness read. Keys are the generated ones, so that all of them share a cache. */
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import {
  type BatchList,
  type BatchRead,
  type ListBatchesData,
  listBatches,
  listProducts,
  type ProductList,
  type ProductRead,
} from '@/api'
import { listBatchesQueryKey, listProductsQueryKey } from '@/api/@tanstack/react-query.gen'

export type BatchQuery = Omit<NonNullable<ListBatchesData['query']>, 'cursor'>

/** What the server gives at once. */
export const PAGE = 200

interface PageOf<Row> {
  data: Row[]
  next_cursor?: string | null
}

/** As many rows as are wanted, however many pages the server makes of them. */
async function readAll<Row, Answer extends PageOf<Row>>(
  read: (page: { limit: number; cursor?: string }) => Promise<{ data: Answer }>,
  limit: number,
): Promise<Answer> {
  const found: Row[] = []
  let cursor: string | null | undefined
  for (;;) {
    const { data } = await read({ limit: PAGE, ...(cursor && { cursor }) })
    found.push(...data.data)
    cursor = data.next_cursor
    if (!cursor || found.length >= limit) return { ...data, data: found }
  }
}

export const batchesOptions = (query: BatchQuery) =>
  queryOptions({
    queryKey: listBatchesQueryKey({ query }),
    queryFn: ({ signal }) => {
      const { limit = PAGE, ...wanted } = query
      return readAll<BatchRead, BatchList>(
        (page) => listBatches({ query: { ...wanted, ...page }, signal, throwOnError: true }),
        limit,
      )
    },
  })

export const useBatches = (query: BatchQuery) =>
  useQuery({ ...batchesOptions(query), placeholderData: keepPreviousData })

const productsOptions = queryOptions({
  queryKey: listProductsQueryKey({ query: { limit: PAGE } }),
  queryFn: ({ signal }) =>
    readAll<ProductRead, ProductList>(
      (page) => listProducts({ query: page, signal, throwOnError: true }),
      Number.POSITIVE_INFINITY,
    ),
})

export const productsKey = productsOptions.queryKey

export const useProductsQuery = () => useQuery(productsOptions)

/** The person's products in their order; none while they are read. */
export const useProducts = (): readonly ProductRead[] => useProductsQuery().data?.data ?? NONE

const NONE: readonly ProductRead[] = []
