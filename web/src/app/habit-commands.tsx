/** What the palette offers about habits; loaded after the page. */
import { useHabitCommands } from '@/features/habits'
import { useOverlay } from './overlay-state'

export function HabitCommands() {
  useHabitCommands(useOverlay() === 'palette')
  return null
}
