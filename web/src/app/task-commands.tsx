/** What the palette offers about tasks; loaded after the page. */
import { useTaskCommands } from '@/features/tasks'
import { useMe } from '@/lib/session'
import { useOverlay } from './overlay-state'

export function TaskCommands() {
  const me = useMe()
  const isOpen = useOverlay() === 'palette'
  // A visitor has no tasks, and would be refused.
  useTaskCommands(isOpen && me !== undefined)
  return null
}
