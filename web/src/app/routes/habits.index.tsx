import { createFileRoute } from '@tanstack/react-router'
import { HabitsPage } from '@/features/habits'
import { allMessages } from '@/lib/i18n'

type Search = Partial<Record<'status' | 'schedule_kind' | 'sort' | 'theme', string>>

const names = ['status', 'schedule_kind', 'sort', 'theme'] as const

/** What these may be is the page's to know, so that its checks stay out of the first chunk. */
export const Route = createFileRoute('/habits/')({
  validateSearch: (search: Record<string, unknown>): Search =>
    Object.fromEntries(
      names.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
    ),
  loader: allMessages,
  component: Habits,
})

function Habits() {
  return <HabitsPage search={Route.useSearch()} />
}
