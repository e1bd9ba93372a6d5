/** Laying out dates: weeks as columns. Only places on paper; what a day means is the server's to say. */
import type { CalendarDay, Weekday } from '@/api'
import { WEEKDAYS } from '@/lib/schedule-words'

const utc = (date: string) => Date.parse(`${date}T00:00:00Z`)

/** 0 for the first day of the person's week, 6 for the last. */
export const rowOf = (date: string, weekStart: Weekday): number =>
  (new Date(utc(date)).getUTCDay() + 6 - WEEKDAYS.indexOf(weekStart) + 7) % 7

export interface PlacedDay extends CalendarDay {
  week: number
  row: number
}

/** Each day with its week's column and its weekday's row. */
export function placeDays(days: readonly CalendarDay[], weekStart: Weekday): PlacedDay[] {
  const first = days[0]
  if (!first) return []
  const lead = rowOf(first.date, weekStart)
  return days.map((day, index) => ({
    ...day,
    week: Math.floor((index + lead) / 7),
    row: (index + lead) % 7,
  }))
}

/** The columns in which a month begins, for their labels. */
export const monthColumns = (days: readonly PlacedDay[]): { date: string; week: number }[] =>
  days.filter((day) => day.date.endsWith('-01')).map(({ date, week }) => ({ date, week }))
