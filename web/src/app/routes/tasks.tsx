import { createFileRoute, useParams } from '@tanstack/react-router'
import { TasksPage } from '@/features/tasks'
import { allMessages } from '@/lib/i18n'

type Search = Partial<Record<'list' | 'sort' | 'q' | 'theme', string>>

const names = ['list', 'sort', 'q', 'theme'] as const

/** The lists stay while a task is opened over them: what is under `/tasks` says only which. */
export const Route = createFileRoute('/tasks')({
  validateSearch: (search: Record<string, unknown>): Search =>
    Object.fromEntries(
      names.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
    ),
  loader: allMessages,
  component: Tasks,
})

function Tasks() {
  const { id } = useParams({ strict: false })
  return <TasksPage search={Route.useSearch()} opened={id} />
}
