/** What the habits screens read. Keys are the generated ones, so that everything that shows habits shares a cache. */
import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type HabitList, type HabitRead, type ListHabitsData, listHabits, type PauseRead } from '@/api'
import { listHabitsQueryKey, listPausesOptions } from '@/api/@tanstack/react-query.gen'
import { refreshAfterSending } from '@/lib/check-ins'
import { useThemeFilter } from '@/lib/themes'
import { useTodayDate } from '@/lib/today'

export type HabitQuery = Pick<
  NonNullable<ListHabitsData['query']>,
  'status' | 'schedule_kind' | 'sort' | 'theme_id'
>

const PAGE = 200

/** All habits that pass, however many pages the server makes of them: the manual order needs every one. */
async function everyPage(query: HabitQuery, signal: AbortSignal): Promise<HabitList> {
  const found: HabitRead[] = []
  let cursor: string | null = null
  do {
    const page: { data: HabitList } = await listHabits({
      query: { ...query, limit: PAGE, ...(cursor && { cursor }) },
      signal,
      throwOnError: true,
    })
    found.push(...page.data.data)
    cursor = page.data.next_cursor
  } while (cursor)
  return { data: found, count: found.length, next_cursor: null }
}

export const habitsOptions = (query: HabitQuery) =>
  queryOptions({
    queryKey: listHabitsQueryKey({ query: { ...query, limit: PAGE } }),
    queryFn: ({ signal }) => everyPage(query, signal),
  })

export const ACTIVE: HabitQuery = { status: 'active', sort: 'position' }

export const useHabits = (query: HabitQuery) =>
  useQuery({ ...habitsOptions(query), placeholderData: keepPreviousData })

/** The habits in use that the page is about: of the theme that is shown, or all. */
export const useActiveHabits = () => useHabits({ ...ACTIVE, ...useThemeFilter().query })

/** A pause is for one habit, for those that a theme had when it was made, or for everything. */
export const covers = (pause: PauseRead, habitId: string): boolean =>
  pause.habit_id === habitId ||
  pause.habit_ids.includes(habitId) ||
  (pause.habit_id === null && pause.theme_id === null)

/** Pauses that cover today: of one habit, or without one those of everything and of themes. */
export function useRunningPauses(habitId?: string) {
  const today = useTodayDate()
  const pauses = useQuery(listPausesOptions()).data?.data ?? []
  if (!today) return []
  return pauses.filter(
    (pause) =>
      (habitId ? covers(pause, habitId) : pause.habit_id === null) &&
      pause.starts_on <= today &&
      (pause.ends_on === null || pause.ends_on >= today),
  )
}

/** Figures are the server's: read them again when it has taken a check-in. */
export function useRefreshAfterSending(): void {
  const client = useQueryClient()
  useEffect(() => refreshAfterSending(client), [client])
}
