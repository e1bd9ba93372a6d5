/** The fields in which a schedule is written, and how they become one. Every kind keeps its own fields while another is chosen. */
import type { Period, ScheduleKind, Weekday } from '@/api'
import type { Schedule } from '@/lib/schedule-words'
import { numberOf } from './numbers'

export type { Period, ScheduleKind, Weekday }

export interface ScheduleForm {
  schedule_kind: ScheduleKind
  days: Weekday[]
  every: string
  day: string
  month: string
  active_days: string
  break_days: string
  times: string
  period: Period
  after_days: string
}

/** Sensible details for each choice, taken from the day it begins. */
export const newSchedule = (date: string, weekday: Weekday): ScheduleForm => ({
  schedule_kind: 'daily',
  days: [weekday],
  every: '1',
  day: String(Number(date.slice(8, 10))),
  month: String(Number(date.slice(5, 7))),
  active_days: '3',
  break_days: '1',
  times: '3',
  period: 'week',
  after_days: '7',
})

/** The fields that a schedule fills; the others keep what they have. */
export function scheduleFields(schedule: Schedule): Partial<ScheduleForm> {
  const { kind } = schedule
  switch (kind) {
    case 'daily':
      return { schedule_kind: kind }
    case 'weekly_days':
      return { schedule_kind: kind, days: schedule.days, every: String(schedule.every ?? 1) }
    case 'monthly_day':
      return { schedule_kind: kind, day: String(schedule.day), every: String(schedule.every ?? 1) }
    case 'yearly_date': {
      const { month, day, every } = schedule
      return { schedule_kind: kind, month: String(month), day: String(day), every: String(every ?? 1) }
    }
    case 'interval_cycle':
      return {
        schedule_kind: kind,
        active_days: String(schedule.active_days),
        break_days: String(schedule.break_days),
      }
    case 'times_per_period':
      return { schedule_kind: kind, times: String(schedule.times), period: schedule.period }
    case 'after_completion':
      return { schedule_kind: kind, after_days: String(schedule.days) }
  }
}

/** What was typed, unchecked: NaN where it is no number, so that the API's own checks name the field. */
export const whole = (text: string): number => numberOf(text) ?? Number.NaN

/** The schedule that the fields say; not yet checked. */
export function scheduleOf(form: ScheduleForm): Schedule {
  const kind = form.schedule_kind
  const every = whole(form.every)
  switch (kind) {
    case 'daily':
      return { kind }
    case 'weekly_days':
      return { kind, days: form.days, every }
    case 'monthly_day':
      return { kind, day: whole(form.day), every }
    case 'yearly_date':
      return { kind, month: whole(form.month), day: whole(form.day), every }
    case 'interval_cycle':
      return { kind, active_days: whole(form.active_days), break_days: whole(form.break_days) }
    case 'times_per_period':
      return { kind, times: whole(form.times), period: form.period }
    case 'after_completion':
      return { kind, days: whole(form.after_days) }
  }
}

/** Which field a place in a schedule belongs to: `schedule.weekly_days.days` → `days`. */
export function scheduleFieldAt(path: readonly string[], kind: ScheduleKind): keyof ScheduleForm {
  const last = path.findLast((part) => !/^\d+$/.test(part)) ?? 'schedule'
  if (kind === 'after_completion' && last === 'days') return 'after_days'
  return last === 'schedule' || last === kind || last === 'kind'
    ? 'schedule_kind'
    : (last as keyof ScheduleForm)
}
