/** Batches in the cache and the outbox: what the server answers is shown until the lists have been read again. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { BatchList, BatchRead } from '@/api'
import { readBatchQueryKey } from '@/api/@tanstack/react-query.gen'
import { batchOpOf, refreshBatches, refreshBatchesAfterSending } from '@/lib/freshness-ops'
import { onParked, onSent } from '@/lib/outbox'

const LISTS = { queryKey: [{ _id: 'listBatches' }] }

const changeLists = (client: QueryClient, change: (batches: BatchRead[]) => BatchRead[]) =>
  client.setQueriesData<BatchList>(LISTS, (list) => list && { ...list, data: change(list.data) })

/** Show these batches as the server has them now; new ones come first. */
export function showBatches(client: QueryClient, batches: readonly BatchRead[], isNew = false): void {
  const now = new Map(batches.map((batch) => [batch.id, batch]))
  changeLists(client, (rows) => {
    const known = new Set(rows.map(({ id }) => id))
    const added = isNew ? batches.filter(({ id }) => !known.has(id)) : []
    return [...added, ...rows.map((row) => now.get(row.id) ?? row)]
  })
  for (const batch of batches) client.setQueryData(readBatchQueryKey({ path: { batch_id: batch.id } }), batch)
}

/** They are gone from every list at once. */
export function hideBatches(client: QueryClient, ids: readonly string[]): void {
  changeLists(client, (rows) => rows.filter(({ id }) => !ids.includes(id)))
}

/** While a screen of freshness is open; what the server refused is shown as the server has it. */
export function useBatchSync(): void {
  const client = useQueryClient()
  useEffect(() => {
    const shown = onSent((op, answer) => {
      const found = batchOpOf(op)
      if (!found) return
      const { kind } = found.write
      if (kind === 'delete') hideBatches(client, [found.batchId])
      else if (answer) showBatches(client, [answer as BatchRead], kind === 'save' || kind === 'undelete')
    })
    const refreshed = refreshBatchesAfterSending(client)
    const refused = onParked((op) => {
      if (batchOpOf(op)) void refreshBatches(client)
    })
    return () => {
      shown()
      refused()
      refreshed()
    }
  }, [client])
}
