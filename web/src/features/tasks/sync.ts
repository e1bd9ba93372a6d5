/** Tasks in the cache and the outbox: what the server answers is shown until the lists have been read again. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { TaskList, TaskRead } from '@/api'
import { readTaskQueryKey } from '@/api/@tanstack/react-query.gen'
import { onSent } from '@/lib/outbox'
import { refreshTasksAfterSending, taskOpOf } from '@/lib/tasks'

const LISTS = { queryKey: [{ _id: 'listTasks' }] }

const changeLists = (client: QueryClient, change: (tasks: TaskRead[]) => TaskRead[]) =>
  client.setQueriesData<TaskList>(LISTS, (list) => list && { ...list, data: change(list.data) })

/** Show these tasks as the server has them now. */
export function showTasks(client: QueryClient, tasks: readonly TaskRead[]): void {
  const now = new Map(tasks.map((task) => [task.id, task]))
  changeLists(client, (rows) => rows.map((row) => now.get(row.id) ?? row))
  for (const task of tasks) client.setQueryData(readTaskQueryKey({ path: { task_id: task.id } }), task)
}

/** They are gone from every list at once. */
export function hideTasks(client: QueryClient, ids: readonly string[]): void {
  changeLists(client, (rows) => rows.filter(({ id }) => !ids.includes(id)))
}

/** These tasks in this order, in the places that they hold among all. */
export function orderTasks(client: QueryClient, ids: readonly string[]): void {
  changeLists(client, (rows) => inPlaces(rows, ids))
}

export function inPlaces(rows: readonly TaskRead[], ids: readonly string[]): TaskRead[] {
  const wanted = ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
  const moved = new Set(wanted)
  let next = 0
  return rows.map((row) => (moved.has(row) ? (wanted[next++] ?? row) : row))
}

/** While a screen of tasks is open. */
export function useTaskSync(): void {
  const client = useQueryClient()
  useEffect(() => {
    const shown = onSent((op, answer) => {
      const found = taskOpOf(op)
      if (!found) return
      if (found.write.kind === 'delete') hideTasks(client, [found.taskId])
      else if (answer) showTasks(client, [answer as TaskRead])
    })
    const refreshed = refreshTasksAfterSending(client)
    return () => {
      shown()
      refreshed()
    }
  }, [client])
}
