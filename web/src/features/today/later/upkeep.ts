/** What a day that is shown takes along after its first paint: being read again when the next begins, and swipes. */
import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect } from 'react'
import type { Today } from '@/api'
import { refreshHabits } from '@/lib/check-ins'
import { onParked } from '@/lib/outbox'
import { useMe } from '@/lib/session'
import { useSwipe } from '@/lib/swipe'
import { refreshTasks } from '@/lib/task-ops'
import { refreshTimetable, refreshTimetableAfterSending } from '@/lib/timetable-ops'
import { sessionRowOf } from '../session-write'
import { untilNextDay } from './next-day'

const A_MOMENT_MS = 2000

interface UpkeepProps {
  day: Today
  /** Where a swipe counts. */
  page: RefObject<HTMLElement | null>
  onPrevious: () => void
  onNext: (() => void) | undefined
}

export function Upkeep({ day, page, ...ways }: UpkeepProps): null {
  useDayChange(day)
  useSentSessions()
  useSwipe(page, ways)
  return null
}

/** Read the day again when a write to a session was sent or refused. */
function useSentSessions(): void {
  const client = useQueryClient()
  useEffect(() => {
    const stopSent = refreshTimetableAfterSending(client)
    const stopParked = onParked((op) => {
      if (sessionRowOf(op)) void refreshTimetable(client)
    })
    return () => {
      stopSent()
      stopParked()
    }
  }, [client])
}

/** Read again at the person's next day, and when the page is seen again after it began. */
function useDayChange(day: Today): void {
  const client = useQueryClient()
  const dayStart = useMe()?.day_start ?? 0
  const { timezone } = day
  useEffect(() => {
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
      void refreshTasks(client)
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
