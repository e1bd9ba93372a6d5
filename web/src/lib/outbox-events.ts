/** Who hears of the outbox: this tab's listeners, and other tabs by a broadcast. */
import type { Op } from './outbox-store'

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('almanac-outbox')
const listeners = new Set<() => void>()
export const sentListeners = new Set<(op: Op, answer: unknown) => void>()
export const parkedListeners = new Set<(op: Op) => void>()

const on = <L>(set: Set<L>, listener: L) => {
  set.add(listener)
  return () => void set.delete(listener)
}

export const tell = () => {
  for (const listener of listeners) listener()
}

export const changed = () => {
  tell()
  channel?.postMessage(0)
}

/** Called whenever the rows may have changed, in this tab or another. */
export const subscribe = (listener: () => void) => on(listeners, listener)
/** Called with the server's answer when it has taken a write that this tab sent. */
export const onSent = (listener: (op: Op, answer: unknown) => void) => on(sentListeners, listener)
/** Called when the server refused a write that this tab sent. */
export const onParked = (listener: (op: Op) => void) => on(parkedListeners, listener)

/** Called when another tab has changed the rows, until the answered function is called. */
export function onElsewhere(listener: () => void): () => void {
  channel?.addEventListener('message', listener)
  return () => channel?.removeEventListener('message', listener)
}
