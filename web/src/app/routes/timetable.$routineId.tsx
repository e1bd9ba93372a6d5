import { createFileRoute } from '@tanstack/react-router'
import { RoutinePage } from '@/features/timetable'
import { allMessages } from '@/lib/i18n'

type Search = Partial<Record<'date' | 'view' | 'session' | 'on', string> & { week: number }>

const names = ['date', 'view', 'session', 'on'] as const

/** What these may be is the page's to know, so that its checks stay out of the first chunk. */
export const Route = createFileRoute('/timetable/$routineId')({
  validateSearch: (search: Record<string, unknown>): Search => ({
    ...Object.fromEntries(
      names.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
    ),
    ...(typeof search.week === 'number' && { week: search.week }),
  }),
  loader: allMessages,
  component: Routine,
})

function Routine() {
  const { routineId } = Route.useParams()
  return <RoutinePage key={routineId} id={routineId} search={Route.useSearch()} />
}
