import { createFileRoute } from '@tanstack/react-router'
import { HabitPage } from '@/features/habits'
import { allMessages } from '@/lib/i18n'

export const Route = createFileRoute('/habits/$id/')({ loader: allMessages, component: Habit })

function Habit() {
  const { id } = Route.useParams()
  return <HabitPage key={id} id={id} />
}
