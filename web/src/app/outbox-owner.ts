/** The outbox sends for the person who is signed in: told on every page, from what was read last. */
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { readMeOptions } from '@/api/@tanstack/react-query.gen'
import { setOwner } from '@/lib/outbox'

export function useOutboxOwner(): void {
  const id = useQuery(readMeOptions()).data?.id ?? null
  useEffect(() => setOwner(id), [id])
}
