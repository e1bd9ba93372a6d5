/** Where the hour of the person's clock stands, on the day that has this date in their zone. */
import { useEffect, useState } from 'react'
import { useMe } from '@/lib/session'
import { minutesOf } from '@/lib/wall-time'
import type { Stretch } from './geometry'

const TICK_MS = 20_000

/** The wall clock of a zone: "2026-11-20 18:52:01". */
const wallClock = (timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format()

interface NowLineProps {
  date: string | null
  hours: Stretch
  scale: number
}

export function NowLine({ date, hours, scale }: NowLineProps) {
  const zone = useMe()?.timezone ?? 'UTC'
  const [now, setNow] = useState(() => wallClock(zone))
  useEffect(() => {
    setNow(wallClock(zone))
    const timer = setInterval(() => setNow(wallClock(zone)), TICK_MS)
    return () => clearInterval(timer)
  }, [zone])
  const [today, time = ''] = now.split(' ')
  const minute = minutesOf(time)
  if (date === null || today !== date || minute < hours.starts || minute > hours.ends) return null
  return (
    <span
      aria-hidden="true"
      className="timetable-now"
      style={{ top: `${(minute - hours.starts) * scale}px` }}
    />
  )
}
