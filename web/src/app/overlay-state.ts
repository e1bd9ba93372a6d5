/** Which overlay of the shell is open; at most one. */
import { useSyncExternalStore } from 'react'

export type Overlay = 'palette' | 'keys' | 'outbox' | null

let open: Overlay = null
const listeners = new Set<() => void>()

export function showOverlay(next: Overlay): void {
  open = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useOverlay = (): Overlay => useSyncExternalStore(subscribe, () => open)
