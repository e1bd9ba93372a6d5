/** Days in the cache and the outbox: a write is painted at once, and stays painted until it has been read back. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Today } from '@/api'
import { refreshAfterSending, refreshHabits } from '@/lib/check-ins'
import { onParked, onSent } from '@/lib/outbox'
import { refreshTasks, refreshTasksAfterSending, type TaskOp, taskOpOf } from '@/lib/task-ops'
import type { ThemeChoice } from '@/lib/themes'
import { dayAfter, type Target, targetOf, type Write, writeOfOp } from './check-in'
import { dayWithRow, type Entry } from './entries'
import { dayAfterSessions } from './session-write'
import { dayAfterTasks } from './task-write'

/** The tick is drawn first, the message after it. */
export const afterPaint = (run: () => void) => requestAnimationFrame(() => setTimeout(run))

const DAYS = { queryKey: [{ _id: 'readToday' }] }

export function paint(client: QueryClient, { habitId, date }: Target, write: Write): void {
  client.setQueriesData<Today>(DAYS, (day) => (day?.date === date ? dayAfter(day, habitId, write) : day))
}

/** On every day that was read: what is done with a task may change several. */
export function paintTask(client: QueryClient, op: TaskOp): void {
  client.setQueriesData<Today>(DAYS, (day) => day && dayAfterTasks(day, [op]))
}

export function paintSession(client: QueryClient, op: Parameters<typeof dayAfterSessions>[1][number]): void {
  client.setQueriesData<Today>(DAYS, (day) => day && dayAfterSessions(day, [op]))
}

interface NewRow {
  date: string
  entry: Entry
  /** Default: at the end. */
  place?: number
  /** The filter under which it is shown. */
  theme: ThemeChoice | undefined
}

/** Give something that the day does not hold a row of it. */
export function addRow(client: QueryClient, { date, entry, place, theme }: NewRow): void {
  const isShown = (key: { query?: { theme_id?: string | null } } | undefined) =>
    (key?.query?.theme_id ?? undefined) === theme
  client.setQueriesData<Today>(
    { ...DAYS, predicate: ({ queryKey }) => isShown(queryKey[0] as Parameters<typeof isShown>[0]) },
    (day) => (day?.date === date ? dayWithRow(day, entry, place) : day),
  )
}

/** Keep what was sent in sight until the day is read again; show the server's truth when it refused. */
export function useDaySync(): void {
  const client = useQueryClient()
  useEffect(() => {
    const sent = onSent((op) => {
      const target = targetOf(op)
      if (target) paint(client, target, writeOfOp(op))
      const task = taskOpOf(op)
      if (task) paintTask(client, task)
      paintSession(client, op)
    })
    const refused = onParked((op) => {
      if (targetOf(op)) void refreshHabits(client)
      if (taskOpOf(op)) void refreshTasks(client)
    })
    const stops = [sent, refused, refreshAfterSending(client), refreshTasksAfterSending(client)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [client])
}
