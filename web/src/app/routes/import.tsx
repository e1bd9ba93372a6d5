import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '@/features/portability'
import { allMessages } from '@/lib/i18n'

/** `?routine=` names the timetable from which somebody came here. */
export const Route = createFileRoute('/import')({
  validateSearch: (search: Record<string, unknown>): { routine?: string } => ({
    ...(typeof search.routine === 'string' && { routine: search.routine }),
  }),
  loader: allMessages,
  component: Import,
})

function Import() {
  return <ImportPage routine={Route.useSearch().routine} />
}
