/** What waits and what was refused, for showing. */
import { useSyncExternalStore } from 'react'
import { type Op, parked, pending, subscribe } from './outbox'

export interface OutboxStatus {
  waiting: readonly Op[]
  refused: readonly Op[]
}

let status: OutboxStatus = { waiting: [], refused: [] }
const readers = new Set<() => void>()

async function read() {
  const [waiting, refused] = await Promise.all([pending(), parked()])
  if (!waiting.length && !refused.length && !status.waiting.length && !status.refused.length) return
  status = { waiting, refused }
  for (const reader of readers) reader()
}

subscribe(() => void read())

function subscribeStatus(reader: () => void) {
  readers.add(reader)
  void read()
  return () => void readers.delete(reader)
}

export const useOutboxStatus = (): OutboxStatus => useSyncExternalStore(subscribeStatus, () => status)
