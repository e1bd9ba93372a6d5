/** What the palette offers about habits; loaded after the page. */
import { useHabitCommands } from '@/features/habits'
import { useMe } from '@/lib/session'
import { useOverlay } from './overlay-state'

export function HabitCommands() {
  const me = useMe()
  const isOpen = useOverlay() === 'palette'
  // A visitor has no habits, and would be refused.
  useHabitCommands(isOpen && me !== undefined)
  return null
}
