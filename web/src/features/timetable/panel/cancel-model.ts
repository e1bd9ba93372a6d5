/** What is to be cancelled of a session, as it is asked for and as it is written. */
import type { RoutineRead, SessionRead } from '@/api'
import { addDays, daysBetween } from '@/lib/dates'
import { WEEKDAYS, weekdayOf } from '@/lib/schedule-words'
import type { SessionWrite } from '@/lib/timetable-ops'

export type Extent = 'date' | 'range' | 'series'

export interface CancelForm {
  extent: Extent
  on: string
  until: string
  reason: string
}

export type Cancelling = Extract<SessionWrite, { kind: 'cancel' | 'cancel-series' }>

export function cancellingOf({ extent, on, until, reason }: CancelForm): Cancelling {
  const said = reason.trim()
  if (extent === 'series') return { kind: 'cancel-series', reason: said }
  return { kind: 'cancel', date: on, reason: said, ...(extent === 'range' && { until }) }
}

/** The write that takes it back. */
export function backOf(write: Cancelling): SessionWrite {
  if (write.kind === 'cancel-series') return { kind: 'restore-series' }
  return { kind: 'uncancel', date: write.date, until: write.until }
}

type Rotation = Pick<RoutineRead, 'rotation_weeks' | 'this_week' | 'starts_on'>

/**
 * A date to begin with in the form: the next one of its weekday, in its week of the rotation. Whether the session has it
 * is the server's to say.
 */
export function nextDate(
  { weekday, week }: Pick<SessionRead, 'weekday' | 'week'>,
  routine: Rotation,
  today: string,
  weekStart: RoutineRead['hidden_days'][number],
): string {
  const from = routine.starts_on > today ? routine.starts_on : today
  const within = (date: string) => (WEEKDAYS.indexOf(weekdayOf(date)) - WEEKDAYS.indexOf(weekStart) + 7) % 7
  const thisWeek = addDays(today, -within(today))
  const weekOf = (date: string) => {
    const passed = Math.floor(daysBetween(thisWeek, date) / 7)
    return ((routine.this_week - 1 + passed) % routine.rotation_weeks) + 1
  }
  const days = Array.from({ length: 7 * routine.rotation_weeks }, (_, days) => addDays(from, days))
  return days.find((date) => weekdayOf(date) === weekday && (week === null || weekOf(date) === week)) ?? from
}
