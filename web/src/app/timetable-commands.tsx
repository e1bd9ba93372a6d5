/** What the palette offers about timetables; loaded after the page. */
import { useTimetableCommands } from '@/features/timetable'
import { useMe } from '@/lib/session'
import { useOverlay } from './overlay-state'

export function TimetableCommands() {
  const me = useMe()
  const isOpen = useOverlay() === 'palette'
  // A visitor has no timetables, and would be refused.
  useTimetableCommands(isOpen && me !== undefined)
  return null
}
