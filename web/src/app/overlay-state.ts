/** Which overlay of the shell is open; at most one. */
import { useSyncExternalStore } from 'react'

export type Overlay = 'palette' | 'keys' | 'outbox' | 'sign-in' | 'sign-out' | 'quick-add' | null

let open: Overlay = null
const listeners = new Set<() => void>()

export function showOverlay(next: Overlay): void {
  open = next
  for (const listener of listeners) listener()
}

let begun = ''

/** The box for a task in one line, perhaps with what was typed elsewhere. */
export function openQuickAdd(text = ''): void {
  begun = text
  showOverlay('quick-add')
}

/** What the line begins with. */
export const quickAddStart = (): string => begun

/** Close this one, and leave any other alone. */
export function hideOverlay(which: Overlay): void {
  if (open === which) showOverlay(null)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useOverlay = (): Overlay => useSyncExternalStore(subscribe, () => open)
