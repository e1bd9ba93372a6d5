/** What the palette offers about themes; loaded after the page. */
import { useThemeCommands } from '@/features/themes'
import { useMe } from '@/lib/session'
import { useOverlay } from './overlay-state'

export function ThemeCommands() {
  const me = useMe()
  const isOpen = useOverlay() === 'palette'
  // A visitor has no themes, and would be refused.
  useThemeCommands(isOpen && me !== undefined)
  return null
}
