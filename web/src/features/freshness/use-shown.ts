/** What the server said last of the batches that are asked for, with what waits to be sent. */
import { useMemo, useState } from 'react'
import { batchesWith, waitingFor } from '@/lib/freshness'
import { useOutboxStatus } from '@/lib/outbox-status'
import type { BatchSearch } from './filters'
import { queryOf } from './filters'
import { PAGE, useBatches, useProducts } from './queries'
import { isShown } from './sections'
import { useShop } from './use-shop'

export function useShown(search: BatchSearch) {
  const [limit, setLimit] = useState(PAGE)
  const query = useBatches({ ...queryOf(search), ...(limit > PAGE && { limit }) })
  const products = useProducts()
  const shop = useShop()
  const { waiting } = useOutboxStatus()
  const read = query.data
  const batches = useMemo(
    () => batchesWith(read?.data ?? [], waiting, products).filter((batch) => isShown(batch, search)),
    [read, waiting, products, search],
  )
  return {
    batches,
    counts: read?.counts,
    today: read?.today ?? shop.data?.today ?? '',
    waiting: useMemo(() => waitingFor(waiting), [waiting]),
    isRead: read !== undefined,
    isPending: query.isPending,
    error: read ? null : query.error,
    retry: () => void query.refetch(),
    more: read?.next_cursor ? () => setLimit(limit + PAGE) : undefined,
  }
}
