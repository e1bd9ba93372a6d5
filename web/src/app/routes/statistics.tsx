import { createFileRoute } from '@tanstack/react-router'
import { StatisticsPage } from '@/features/stats'
import { allMessages } from '@/lib/i18n'

type Search = Partial<Record<'range' | 'theme', string>>

const names = ['range', 'theme'] as const

/** What a range may be is the page's to know, so that its checks stay out of the first chunk. */
export const Route = createFileRoute('/statistics')({
  validateSearch: (search: Record<string, unknown>): Search =>
    Object.fromEntries(
      names.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
    ),
  loader: allMessages,
  component: Statistics,
})

function Statistics() {
  return <StatisticsPage range={Route.useSearch().range} />
}
