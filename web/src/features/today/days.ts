/** Arithmetic of calendar dates for moving about: the day before, the start of a week. No rules of habits. */

import type { Weekday } from '@/api'
import { addDays, daysBetween } from '@/lib/dates'
import { WEEKDAYS } from '@/lib/schedule-words'

const utc = (date: string) => Date.parse(`${date}T00:00:00Z`)

export { addDays, daysBetween }

/** The first day of the person's week that `date` lies in. */
export function weekStartOf(date: string, start: Weekday): string {
  const weekday = (new Date(utc(date)).getUTCDay() + 6) % 7
  return addDays(date, -((weekday - WEEKDAYS.indexOf(start) + 7) % 7))
}

/** How far `timeZone` is ahead of UTC at an instant, in minutes. */
export function offsetMinutes(instant: number, timeZone: string): number {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const local = Date.parse(`${wall.format(instant).replace(' ', 'T')}Z`)
  return Math.round((local - Math.floor(instant / 1000) * 1000) / 60_000)
}
