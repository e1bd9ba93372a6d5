import { createFileRoute } from '@tanstack/react-router'
import { BatchesPage } from '@/features/freshness'
import { allMessages } from '@/lib/i18n'

type Search = Partial<
  Record<'state' | 'status' | 'product' | 'q' | 'from' | 'to' | 'sort' | 'edit', string | undefined>
>

const names = ['state', 'status', 'product', 'q', 'from', 'to', 'sort', 'edit'] as const

/** `?edit=` names the batch whose sheet is open, or `new`. What the rest may be is the page's to know. */
export const Route = createFileRoute('/freshness/')({
  validateSearch: (search: Record<string, unknown>): Search =>
    Object.fromEntries(
      names.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
    ),
  loader: allMessages,
  component: Batches,
})

function Batches() {
  const { edit, ...search } = Route.useSearch()
  return <BatchesPage search={search} editing={edit} />
}
