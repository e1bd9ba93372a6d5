/** Products: what the shop sells, and how long each is fresh. New batches copy these limits. */
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useState } from 'react'
import type { ProductCreate, ProductRead } from '@/api'
import { Button, EmptyState, LedgerList, LedgerRow, LedgerSkeleton } from '@/ui'
import { type Place, useMoveItems } from '@/ui/move-items'
import { Grip, Sortable, useSortableRow } from '@/ui/sortable'
import { Unread } from '@/ui/unread'
import { AreaPage } from './area-page'
import { useProductActions } from './product-actions'
import { useProductsQuery } from './queries'
import { limitWords } from './words'

const ProductSheet = lazy(() => import('./product-sheet').then((file) => ({ default: file.ProductSheet })))
const Suggestions = lazy(() => import('./suggestions').then((file) => ({ default: file.Suggestions })))

/** What the sheet is open for: a product, what a suggestion proposes, or nothing yet. */
type Opened = { product?: ProductRead; start?: ProductCreate } | 'suggestions'

export function ProductsPage() {
  const { t } = useLingui()
  const query = useProductsQuery()
  const actions = useProductActions()
  const [opened, setOpened] = useState<Opened>()
  const products = query.data?.data
  const close = () => setOpened(undefined)
  return (
    <AreaPage
      title={t`Products`}
      meta={t`New batches copy these limits.`}
      actions={
        <Button variant="primary" icon="plus" onClick={() => setOpened({})}>
          <Trans>New product</Trans>
        </Button>
      }
    >
      {query.isPending && <LedgerSkeleton label={t`Products are on their way`} />}
      {!products && query.error && <Unread error={query.error} onRetry={() => void query.refetch()} />}
      {products?.length === 0 && (
        <EmptyState title={t`No product yet`}>
          <Trans>A product says how many days its batches are fresh.</Trans>
        </EmptyState>
      )}
      {products && products.length > 0 && (
        <Sortable rows={products} onOrder={actions.order}>
          {(placeOf) => (
            <LedgerList timeless label={t`Products`}>
              {products.map((product, index) => (
                <ProductRow
                  key={product.id}
                  product={product}
                  place={products.length > 1 ? placeOf(index) : undefined}
                  onEdit={() => setOpened({ product })}
                  onRemove={() => actions.remove(product)}
                />
              ))}
            </LedgerList>
          )}
        </Sortable>
      )}
      <Button className="mt-5" icon="search" onClick={() => setOpened('suggestions')}>
        <Trans>Published limits of other goods</Trans>
      </Button>
      <Suspense fallback={null}>
        {opened === 'suggestions' && (
          <Suggestions onChoose={(start) => setOpened({ start })} onClose={close} />
        )}
        {opened && opened !== 'suggestions' && <ProductSheet {...opened} onClose={close} />}
      </Suspense>
    </AreaPage>
  )
}

interface RowProps {
  product: ProductRead
  /** Where it stands in the person's own order, which the tiles of a new batch have too. */
  place: Place | undefined
  onEdit: () => void
  onRemove: () => void
}

function ProductRow({ product, place, onEdit, onRemove }: RowProps) {
  const { t } = useLingui()
  const { id, name, emoji, on_shelf: shelf } = product
  const { onRow, className } = useSortableRow(id, place)
  const moves = useMoveItems(place)
  return (
    <LedgerRow
      mark={
        <span aria-hidden="true" className="grid size-11 place-items-center text-[1.5rem] leading-none">
          {emoji}
        </span>
      }
      title={
        <button
          type="button"
          onClick={onEdit}
          className="-my-1.5 flex min-h-11 min-w-11 items-center py-1.5 text-left underline-offset-3 hover:underline"
        >
          {name}
        </button>
      }
      note={
        <span className="-mt-2 block pb-1">
          {[
            limitWords(product),
            shelf > 0 && plural(shelf, { one: '# batch on the shelf', other: '# batches on the shelf' }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      }
      className={className}
      action={place && <Grip id={id} name={name} onRow={onRow} className="hidden min-[30rem]:grid" />}
      menu={{
        label: t`More about ${name}`,
        items: [
          { label: t`Edit`, icon: 'edit', onSelect: onEdit },
          ...moves,
          null,
          { label: t`Delete`, icon: 'trash', danger: true, onSelect: onRemove },
        ],
      }}
    />
  )
}
