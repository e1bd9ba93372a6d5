/** Whether the page is wide: from 1000 px on, as the styles' breakpoint `wide` says. */
import { useSyncExternalStore } from 'react'

const query = () => matchMedia('(min-width: 62.5rem)')

function subscribe(listener: () => void) {
  const watched = query()
  watched.addEventListener('change', listener)
  return () => watched.removeEventListener('change', listener)
}

export const isWide = (): boolean => query().matches

export const useIsWide = (): boolean => useSyncExternalStore(subscribe, isWide)
