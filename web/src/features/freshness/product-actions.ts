/** Changing products: sent at once, with undo. Their limits touch no batch that is there already. */
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import {
  deleteProduct,
  orderProducts,
  type ProductCreate,
  type ProductRead,
  putProduct,
  restoreProduct,
  updateProduct,
} from '@/api'
import { refreshBatches } from '@/lib/freshness-ops'
import { showProblem } from '@/lib/show-problem'
import { showToast } from '@/ui'
import { productsKey } from './queries'

const inOrder = (products: readonly ProductRead[], ids: readonly string[]) =>
  ids.flatMap((id) => products.find((product) => product.id === id) ?? [])

export function useProductActions() {
  const { t } = useLingui()
  const client = useQueryClient()
  const refresh = () => void refreshBatches(client)
  const pathOf = (id: string) => ({ path: { product_id: id }, throwOnError: true as const })

  const restore = (id: string) => restoreProduct(pathOf(id)).then(refresh).catch(showProblem)

  const remove = async (product: ProductRead) => {
    await deleteProduct(pathOf(product.id))
    refresh()
    void showToast(t`${product.name} was deleted. Its batches stay.`, {
      undo: () => void restore(product.id),
    })
  }

  /** Shown at once; refused, the list is as the server has it. */
  const order = async (ids: readonly string[]) => {
    await client.cancelQueries({ queryKey: productsKey })
    client.setQueryData(productsKey, (list) => list && { ...list, data: inOrder(list.data, ids) })
    try {
      await orderProducts({ body: { ids: [...ids] }, throwOnError: true })
    } finally {
      refresh()
    }
  }

  return {
    order: (ids: readonly string[]) => void order(ids).catch(showProblem),
    remove: (product: ProductRead) => void remove(product).catch(showProblem),
    /** A new one has an id of its own already: sent twice, it is the same product. */
    create: async (id: string, body: ProductCreate) => {
      await putProduct({ ...pathOf(id), body })
      refresh()
      const undo = () => void deleteProduct(pathOf(id)).then(refresh).catch(showProblem)
      void showToast(t`${body.name} is among your products`, { undo })
    },
    update: async (product: ProductRead, body: ProductCreate) => {
      await updateProduct({ ...pathOf(product.id), body })
      refresh()
      const { name, emoji, fresh_days, caution_days, use_by_days } = product
      const before = { name, emoji, fresh_days, caution_days, use_by_days }
      const undo = () =>
        void updateProduct({ ...pathOf(product.id), body: before })
          .then(refresh)
          .catch(showProblem)
      void showToast(t`${body.name}: changed`, { undo })
    },
  }
}
