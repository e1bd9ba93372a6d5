/** What a day that is shown takes along after its first paint: being read again when the next begins, and swipes. */
import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect } from 'react'
import type { Today } from '@/api'
import { refreshHabits } from '@/lib/check-ins'
import { useMe } from '@/lib/session'
import { useSwipe } from '@/lib/swipe'
import { refreshTasks } from '@/lib/task-ops'
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
  useSwipe(page, ways)
  return null
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
