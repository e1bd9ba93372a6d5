import { createFileRoute } from '@tanstack/react-router'
import { LabelsPage } from '@/features/freshness'
import { allMessages } from '@/lib/i18n'

/** `?ids=` are the batches that labels are wanted for, with commas between them. */
export const Route = createFileRoute('/freshness/labels')({
  // What is left out here would come through as it was read: a number, or a list.
  validateSearch: (search: Record<string, unknown>): { ids?: string | undefined } => ({
    ids: search.ids === undefined ? undefined : String(search.ids),
  }),
  loader: allMessages,
  component: Labels,
})

function Labels() {
  const { ids = '' } = Route.useSearch()
  return <LabelsPage key={ids} chosen={ids.split(',').filter(Boolean)} />
}
