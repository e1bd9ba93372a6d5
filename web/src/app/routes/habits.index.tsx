import { createFileRoute } from '@tanstack/react-router'
import { HabitsPage, habitSearch } from '@/features/habits'

export const Route = createFileRoute('/habits/')({ validateSearch: habitSearch, component: Habits })

function Habits() {
  return <HabitsPage search={Route.useSearch()} />
}
