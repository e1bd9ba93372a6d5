import { createFileRoute } from '@tanstack/react-router'
import { RecallPage } from '@/features/freshness'
import { allMessages } from '@/lib/i18n'

/** `?lot=` is the lot to begin with. */
export const Route = createFileRoute('/freshness/recall')({
  // What is left out here would come through as it was read: a number, or a list.
  validateSearch: (search: Record<string, unknown>): { lot?: string | undefined } => ({
    lot: search.lot === undefined ? undefined : String(search.lot),
  }),
  loader: allMessages,
  component: Recall,
})

function Recall() {
  const { lot = '' } = Route.useSearch()
  return <RecallPage key={lot} lot={lot} />
}
