/** The fields of a timetable, and how they become what the API takes. */
import type { HolidayWrite, RoutineCreate, RoutineRead, RoutineUpdate, Weekday } from '@/api'
import { whole } from '@/lib/forms/schedule-form'
import { WEEKDAYS } from '@/lib/schedule-words'
import { DAY_MINUTES, minutesOf, wallTime } from '@/lib/wall-time'

/** A pause of every day, from one time to another. */
export interface BreakForm {
  starts: string
  ends: string
}

export interface RoutineForm {
  name: string
  day_starts: string
  /** `00:00` is midnight, the end of the day. */
  day_ends: string
  /** Those that the grid shows. */
  days: Weekday[]
  session_minutes: string
  breaks: BreakForm[]
  rotation_weeks: string
  /** Empty: from the week it is made in. */
  valid_from: string
  /** Empty: without end. */
  valid_to: string
  holidays: Required<HolidayWrite>[]
}

const isTime = (text: string) => /^\d{2}:\d{2}$/.test(text)

/** How long a break is: one that ends when it begins is none, one that ends before goes on past midnight. */
export const breakMinutes = ({ starts, ends }: BreakForm): number =>
  isTime(starts) && isTime(ends)
    ? (minutesOf(ends) - minutesOf(starts) + DAY_MINUTES) % DAY_MINUTES
    : Number.NaN

type Written = Pick<
  RoutineRead,
  | 'name'
  | 'day_starts'
  | 'day_ends'
  | 'hidden_days'
  | 'session_minutes'
  | 'breaks'
  | 'rotation_weeks'
  | 'valid_from'
  | 'valid_to'
  | 'holidays'
>

/** The fields of a timetable that is there already. */
export const formOf = (routine: Written): RoutineForm => ({
  name: routine.name,
  day_starts: routine.day_starts,
  day_ends: routine.day_ends,
  days: WEEKDAYS.filter((day) => !routine.hidden_days.includes(day)),
  session_minutes: String(routine.session_minutes),
  breaks: routine.breaks.map(({ starts, minutes }) => ({
    starts,
    ends: wallTime(minutesOf(starts) + minutes),
  })),
  rotation_weeks: String(routine.rotation_weeks),
  valid_from: routine.valid_from ?? '',
  valid_to: routine.valid_to ?? '',
  holidays: routine.holidays,
})

/** The timetable that the fields say; not yet checked. */
export const bodyOf = (form: RoutineForm): RoutineCreate => ({
  name: form.name.trim(),
  day_starts: form.day_starts,
  day_ends: form.day_ends,
  hidden_days: WEEKDAYS.filter((day) => !form.days.includes(day)),
  session_minutes: whole(form.session_minutes),
  breaks: form.breaks.map((pause) => ({ starts: pause.starts, minutes: breakMinutes(pause) })),
  rotation_weeks: Number(form.rotation_weeks),
  valid_from: form.valid_from || null,
  valid_to: form.valid_to || null,
  holidays: form.holidays.map((holiday) => ({ ...holiday, name: holiday.name.trim() })),
})

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Only what was changed: what was changed elsewhere meanwhile stays. */
export function updateOf(form: RoutineForm, before: RoutineForm): RoutineUpdate {
  const [now, then] = [bodyOf(form), bodyOf(before)]
  return Object.fromEntries(
    Object.entries(now).filter(([field, value]) => !same(value, then[field as keyof RoutineCreate])),
  )
}
