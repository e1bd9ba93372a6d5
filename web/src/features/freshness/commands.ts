/** What the palette offers about freshness on every page. */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { BatchRead } from '@/api'
import { type Command, useCommands } from '@/lib/commands'
import { toBatch, toImport, toNewBatch } from './paths'
import { batchesOptions } from './queries'

/**
 * A new batch, the pages of freshness, and every batch by product and identifier, found by its lot and its code too.
 * They are read only while they are wanted; of very many those that were changed last.
 */
export function useFreshnessCommands(wanted: boolean): void {
  const { t } = useLingui()
  const router = useRouter()
  const batches = useQuery({ ...batchesOptions({ sort: '-updated_at' }), enabled: wanted }).data?.data
  const pages = useMemo<Command[]>(() => {
    const go = (to: '/freshness/products' | '/freshness/labels' | '/freshness/recall') => () =>
      void router.navigate({ to })
    const pages: Omit<Command, 'group'>[] = [
      {
        ...{ id: 'batch-new', title: t`Register a batch`, icon: 'plus', keys: 'b' },
        run: () => void router.navigate(toNewBatch),
      },
      { id: 'labels', title: t`Print labels`, icon: 'print', run: go('/freshness/labels') },
      { id: 'recall', title: t`Recall a lot`, icon: 'alert', run: go('/freshness/recall') },
      {
        id: 'products',
        title: t`Products and their limits`,
        icon: 'freshness',
        run: go('/freshness/products'),
      },
      {
        ...{ id: 'turnover', title: t`Turnover and waste`, icon: 'chart' },
        run: () => void router.navigate({ to: '/freshness/turnover' }),
      },
      {
        ...{ id: 'shop', title: t`Shop: name, contact, logo`, icon: 'settings' },
        run: () => void router.navigate({ to: '/freshness/shop' }),
      },
      {
        ...{ id: 'batch-import', title: t`Bring batches in`, icon: 'import' },
        run: () => void router.navigate(toImport),
      },
    ]
    return pages.map((page) => ({ ...page, id: `freshness-${page.id}`, group: t`Freshness` }))
  }, [t, router])
  const found = useMemo<Command[]>(
    () =>
      (batches ?? []).map((batch) => ({
        id: `batch-${batch.id}`,
        title: titleOf(batch),
        group: t`Freshness`,
        icon: 'label',
        keywords: [batch.lot, batch.code, batch.code_grouped],
        run: () => void router.navigate(toBatch(batch.id)),
      })),
    [t, router, batches],
  )
  useCommands(useMemo(() => [...pages, ...found], [pages, found]))
}

const titleOf = ({ product, batch_identifier }: BatchRead) =>
  `${product.emoji} ${product.name} ${batch_identifier}`.trim()
