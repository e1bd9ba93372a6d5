/** What the palette offers about freshness; loaded after the page. */
import { useFreshnessCommands } from '@/features/freshness'
import { useMe } from '@/lib/session'
import { useOverlay } from './overlay-state'

export function FreshnessCommands() {
  const me = useMe()
  const isOpen = useOverlay() === 'palette'
  // A visitor has no batches, and would be refused.
  useFreshnessCommands(isOpen && me !== undefined)
  return null
}
