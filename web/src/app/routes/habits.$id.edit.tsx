import { createFileRoute } from '@tanstack/react-router'
import { EditHabitPage } from '@/features/habits'

export const Route = createFileRoute('/habits/$id/edit')({ component: Edit })

function Edit() {
  const { id } = Route.useParams()
  return <EditHabitPage key={id} id={id} />
}
