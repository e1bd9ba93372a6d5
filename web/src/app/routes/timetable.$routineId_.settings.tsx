import { createFileRoute } from '@tanstack/react-router'
import { RoutineSettingsPage } from '@/features/timetable'
import { allMessages } from '@/lib/i18n'

/** A page of its own, and not a part of the grid's. */
export const Route = createFileRoute('/timetable/$routineId_/settings')({
  loader: allMessages,
  component: Settings,
})

function Settings() {
  const { routineId } = Route.useParams()
  return <RoutineSettingsPage id={routineId} />
}
