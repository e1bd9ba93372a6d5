import { createFileRoute } from '@tanstack/react-router'
import { RecallPage } from '@/features/freshness'
import { allMessages } from '@/lib/i18n'

/** `?lot=` is the lot to begin with. */
export const Route = createFileRoute('/freshness/recall')({
  validateSearch: (search: Record<string, unknown>): { lot?: string } =>
    typeof search.lot === 'string' ? { lot: search.lot } : {},
  loader: allMessages,
  component: Recall,
})

function Recall() {
  const { lot = '' } = Route.useSearch()
  return <RecallPage key={lot} lot={lot} />
}
