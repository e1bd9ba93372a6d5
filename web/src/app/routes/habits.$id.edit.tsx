import { createFileRoute } from '@tanstack/react-router'
import { EditHabitPage } from '@/features/habits'
import { allMessages } from '@/lib/i18n'

export const Route = createFileRoute('/habits/$id/edit')({ loader: allMessages, component: Edit })

function Edit() {
  const { id } = Route.useParams()
  return <EditHabitPage key={id} id={id} />
}
