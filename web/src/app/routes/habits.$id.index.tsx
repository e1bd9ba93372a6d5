import { createFileRoute } from '@tanstack/react-router'
import { HabitPage } from '@/features/habits'

export const Route = createFileRoute('/habits/$id/')({ component: Habit })

function Habit() {
  const { id } = Route.useParams()
  return <HabitPage key={id} id={id} />
}
