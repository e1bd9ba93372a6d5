/** Who hears of the outbox: this tab's listeners, and other tabs by a broadcast. */
import type { Op } from './outbox-store'

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('almanac-outbox')
const listeners = new Set<() => void>()
const sentListeners = new Set<(op: Op, answer: unknown) => void>()
const parkedListeners = new Set<(op: Op) => void>()

/** What a tab tells the others: what became of a write, or only that the rows have changed. */
type Heard = { op: Op; answer?: unknown } | 0

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

function hear(op: Op, answer: unknown) {
  if (op.refusal) for (const listener of parkedListeners) listener(op)
  else for (const listener of sentListeners) listener(op, answer)
}

/** The server has taken a write, or refused it. Tabs show what became of it alike, whichever of them has sent it. */
export function tellOf(op: Op, answer?: unknown): void {
  hear(op, answer)
  channel?.postMessage({ op, answer } satisfies Heard)
}

/** Called whenever the rows may have changed, in this tab or another. */
export const subscribe = (listener: () => void) => on(listeners, listener)
/** Called with the server's answer when it has taken a write, from this tab or another. */
export const onSent = (listener: (op: Op, answer: unknown) => void) => on(sentListeners, listener)
/** Called when the server refused a write, from this tab or another. */
export const onParked = (listener: (op: Op) => void) => on(parkedListeners, listener)

/** Hear what other tabs tell of the writes of `owner`, until the answered function is called. */
export function hearOthers(owner: () => string | null): () => void {
  const listen = ({ data }: MessageEvent<Heard>) => {
    if (data === 0) tell()
    else if (data.op.owner === owner()) hear(data.op, data.answer)
  }
  channel?.addEventListener('message', listen)
  return () => channel?.removeEventListener('message', listen)
}
