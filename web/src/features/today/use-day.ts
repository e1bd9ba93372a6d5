/** The day as it is shown: what the server said last, with what waits to be sent; re-read when the day changes. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Today } from '@/api'
import { listDaysOptions, listHabitsOptions, readTodayOptions } from '@/api/@tanstack/react-query.gen'
import { refreshHabits } from '@/lib/check-ins'
import { useOutboxStatus } from '@/lib/outbox-status'
import { useMe } from '@/lib/session'
import { dayWith, targetOf } from './check-in'
import { addDays, untilNextDay, weekStartOf } from './days'

const WEEKS = 18
const A_MOMENT_MS = 2000
const STREAKS = 3

/** Today without a date: which day that is, is the server's to say. */
export const dayOptions = (date: string | undefined) => readTodayOptions(date ? { query: { date } } : {})

export function useDay(date: string | undefined) {
  const query = useQuery(dayOptions(date))
  const { waiting } = useOutboxStatus()
  const day = useMemo(() => query.data && dayWith(query.data, waiting), [query.data, waiting])
  const pending = useMemo(() => habitsWaiting(day, waiting), [day, waiting])
  return { query, day, pending }
}

function habitsWaiting(day: Today | undefined, waiting: ReturnType<typeof useOutboxStatus>['waiting']) {
  const targets = waiting.map(targetOf).filter((target) => target?.date === day?.date)
  return new Set(targets.map((target) => target?.habitId))
}

/** Read again at the person's next day, and when the page is seen again after it began. */
export function useDayChange(day: Today | undefined): void {
  const client = useQueryClient()
  const dayStart = useMe()?.day_start ?? 0
  const timezone = day?.timezone
  useEffect(() => {
    if (!timezone) return
    let next = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const arm = () => {
      const wait = untilNextDay(Date.now(), timezone, dayStart) + A_MOMENT_MS
      next = Date.now() + wait
      clearTimeout(timer)
      timer = setTimeout(read, wait)
    }
    const read = () => {
      void refreshHabits(client)
      arm()
    }
    // A sleeping machine holds timers back.
    const seen = () => document.visibilityState === 'visible' && Date.now() >= next && read()
    arm()
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [client, timezone, dayStart])
}

/** Have the day before at hand, so that a swipe shows it at once. */
export function useNeighbour(day: Today | undefined): void {
  const client = useQueryClient()
  const before = day && addDays(day.date, -1)
  useEffect(() => {
    if (before) void client.prefetchQuery(dayOptions(before))
  }, [client, before])
}

/** The progress of the last weeks, the running one whole. */
export function useWeeks(today: string) {
  const weekStart = useMe()?.week_start ?? 'mon'
  const week = weekStartOf(today, weekStart)
  const query = { from: addDays(week, -7 * (WEEKS - 1)), to: addDays(week, 6) }
  const { data } = useQuery(listDaysOptions({ query }))
  return { days: data?.data, weekStart }
}

/** The habits that run longest, and whether there is any habit at all. */
export function useLongestRunning() {
  const query = useQuery(listHabitsOptions({ query: { sort: '-streak', limit: STREAKS } }))
  return { habits: query.data?.data.filter((habit) => habit.current_streak > 1), total: query.data?.count }
}
