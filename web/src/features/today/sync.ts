/** Days in the cache and the outbox: a check-in is painted at once, and stays painted until it has been read back. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { HabitEntry, Today } from '@/api'
import { refreshAfterSending, refreshHabits } from '@/lib/check-ins'
import { onParked, onSent } from '@/lib/outbox'
import { dayAfter, dayWithRow, type Target, targetOf, type Write, writeOfOp } from './check-in'

export function paint(client: QueryClient, { habitId, date }: Target, write: Write): void {
  client.setQueriesData<Today>({ queryKey: [{ _id: 'readToday' }] }, (day) =>
    day?.date === date ? dayAfter(day, habitId, write) : day,
  )
}

/** Give a habit that the day did not ask for a row of it. */
export function addRow(client: QueryClient, date: string, entry: HabitEntry): void {
  client.setQueriesData<Today>({ queryKey: [{ _id: 'readToday' }] }, (day) =>
    day?.date === date ? dayWithRow(day, entry) : day,
  )
}

/** Keep what was sent in sight until the day is read again; show the server's truth when it refused. */
export function useDaySync(): void {
  const client = useQueryClient()
  useEffect(() => {
    const sent = onSent((op) => {
      const target = targetOf(op)
      if (target) paint(client, target, writeOfOp(op))
    })
    const refused = onParked((op) => {
      if (targetOf(op)) void refreshHabits(client)
    })
    const refresh = refreshAfterSending(client)
    return () => {
      sent()
      refresh()
      refused()
    }
  }, [client])
}
