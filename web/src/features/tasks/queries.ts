/** What the screens of tasks read. Keys are the generated ones, so that everything that shows tasks shares a cache. */
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { type ListTasksData, listTasks, type TaskList, type TaskRead } from '@/api'
import { listTasksQueryKey } from '@/api/@tanstack/react-query.gen'

export type TaskQuery = Pick<
  NonNullable<ListTasksData['query']>,
  'status' | 'sort' | 'q' | 'theme_id' | 'limit'
>

/** What the server gives at once. */
export const PAGE = 200

/** As many tasks as are wanted, however many pages the server makes of them; all of them without a limit. */
async function read({ limit, ...query }: TaskQuery, signal: AbortSignal): Promise<TaskList> {
  const found: TaskRead[] = []
  let cursor: string | null = null
  let count = 0
  do {
    const page: { data: TaskList } = await listTasks({
      query: { ...query, limit: PAGE, ...(cursor && { cursor }) },
      signal,
      throwOnError: true,
    })
    found.push(...page.data.data)
    cursor = page.data.next_cursor
    count = page.data.count
  } while (cursor && found.length < (limit ?? Number.POSITIVE_INFINITY))
  return { data: found, count, next_cursor: cursor }
}

export const tasksOptions = (query: TaskQuery) =>
  queryOptions({
    queryKey: listTasksQueryKey({ query }),
    queryFn: ({ signal }) => read(query, signal),
  })

export const OPEN: TaskQuery = { status: 'open', sort: 'position' }

export const useTasks = (query: TaskQuery) =>
  useQuery({ ...tasksOptions(query), placeholderData: keepPreviousData })
