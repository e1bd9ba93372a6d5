/** Whether the grid draws one day: below 640 px. */
import { useSyncExternalStore } from 'react'

const query = () => matchMedia('(max-width: 39.99rem)')

function subscribe(listener: () => void) {
  const watched = query()
  watched.addEventListener('change', listener)
  return () => watched.removeEventListener('change', listener)
}

export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => query().matches)
