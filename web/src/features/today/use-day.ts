/** The day as it is shown: what the server said last, with what waits to be sent. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Today } from '@/api'
import {
  listDaysOptions,
  listHabitsOptions,
  listTasksOptions,
  readTodayOptions,
} from '@/api/@tanstack/react-query.gen'
import { useOutboxStatus } from '@/lib/outbox-status'
import { useMe } from '@/lib/session'
import { type ThemeChoice, useThemeFilter } from '@/lib/themes'
import { addDays, weekStartOf } from './days'
import { dayOfTheme } from './entries'
import { dayWith, idsWaiting } from './waiting'

const WEEKS = 18
const STREAKS = 3

/** Today without a date: which day that is, is the server's to say. */
export function dayOptions(date: string | undefined, theme: ThemeChoice | undefined) {
  const query = { ...(date && { date }), ...(theme && { theme_id: theme }) }
  return readTodayOptions(date || theme ? { query } : {})
}

export function useDay(date: string | undefined) {
  const theme = useThemeFilter().value
  const query = useQuery(dayOptions(date, theme))
  const whole = useWhole(date, theme)
  const read = query.data ?? whole
  const { waiting } = useOutboxStatus()
  const day = useMemo(() => read && dayWith(read, waiting), [read, waiting])
  const pending = useMemo(() => idsWaiting(day?.date, waiting), [day?.date, waiting])
  useNeighbour(day?.date, theme)
  return { query, day, pending }
}

/** The day of a theme out of the whole day, as far as that has been read: shown at once, and offline. */
function useWhole(date: string | undefined, theme: ThemeChoice | undefined): Today | undefined {
  const { data } = useQuery({ ...dayOptions(date, undefined), enabled: false })
  return useMemo(() => (theme && data ? dayOfTheme(data, theme) : undefined), [theme, data])
}

/** Have the day before at hand, so that a swipe shows it at once. */
function useNeighbour(date: string | undefined, theme: ThemeChoice | undefined): void {
  const client = useQueryClient()
  const before = date && addDays(date, -1)
  useEffect(() => {
    if (before) void client.prefetchQuery(dayOptions(before, theme))
  }, [client, before, theme])
}

/** The progress of the last weeks, the running one whole. */
export function useWeeks(today: string) {
  const weekStart = useMe()?.week_start ?? 'mon'
  const week = weekStartOf(today, weekStart)
  const query = { from: addDays(week, -7 * (WEEKS - 1)), to: addDays(week, 6) }
  const { data } = useQuery(listDaysOptions({ query }))
  return { days: data?.data, weekStart }
}

/** Whether there is nothing at all yet, neither habits nor tasks; undefined until that is known, or not asked. */
export function useIsBlank(wanted: boolean): boolean | undefined {
  const { total } = useLongestRunning()
  const tasks = useQuery({ ...listTasksOptions({ query: { limit: 1 } }), enabled: wanted && total === 0 })
    .data?.count
  if (total === undefined || (total === 0 && tasks === undefined)) return undefined
  return total === 0 && tasks === 0
}

/** The habits that run longest, and whether there is any habit at all. */
export function useLongestRunning() {
  const query = useQuery(listHabitsOptions({ query: { sort: '-streak', limit: STREAKS } }))
  return { habits: query.data?.data.filter((habit) => habit.current_streak > 1), total: query.data?.count }
}
