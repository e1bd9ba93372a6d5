/** What is being edited stays, though another hand has deleted it or taken it off the list: what was typed is not lost. */
import { useState } from 'react'
import type { Batch } from '@/lib/freshness'

/** The batch, or the one of this id that was there last. */
export function useKept(batch: Batch | undefined, id: string | undefined): Batch | undefined {
  const [kept, setKept] = useState(batch)
  if (batch && batch !== kept) setKept(batch)
  return batch ?? (kept?.id === id ? kept : undefined)
}
