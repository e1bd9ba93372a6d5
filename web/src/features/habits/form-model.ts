/** The editor's fields, and how they become what the API takes. Every kind of schedule keeps its own fields while one is chosen. */
import type { HabitCreate, HabitRead, HabitUpdate, Period, ScheduleKind, Weekday } from '@/api'
import type { Schedule } from '@/lib/schedule-words'
import { numberOf, textOf } from './numbers'

export interface HabitForm {
  name: string
  description: string
  kind: HabitRead['kind']
  unit: string
  target: string
  target_kind: HabitRead['target_kind']
  target_per: HabitRead['target_per']
  no_entry_is_zero: boolean
  color: string
  reminders: string[]
  starts_on: string
  ends_on: string
  completions_limit: string
  effective_from: string
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

/** A new habit: every day from today on, and sensible details for each other choice, taken from the day it begins. */
export function newHabit(today: string, weekday: Weekday): HabitForm {
  return {
    name: '',
    description: '',
    kind: 'check',
    unit: '',
    target: '',
    target_kind: 'at_least',
    target_per: 'day',
    no_entry_is_zero: false,
    color: '',
    reminders: [],
    starts_on: today,
    ends_on: '',
    completions_limit: '',
    effective_from: today,
    schedule_kind: 'daily',
    days: [weekday],
    every: '1',
    day: String(Number(today.slice(8))),
    month: String(Number(today.slice(5, 7))),
    active_days: '3',
    break_days: '1',
    times: '3',
    period: 'week',
    after_days: '7',
  }
}

/** The fields of a habit that is there already. */
export function formOf(habit: HabitRead, today: string, weekday: Weekday, locale: string): HabitForm {
  return {
    ...newHabit(today, weekday),
    ...scheduleFields(habit.schedule),
    name: habit.name,
    description: habit.description,
    kind: habit.kind,
    unit: habit.unit,
    target: textOf(habit.target, locale),
    target_kind: habit.target_kind,
    target_per: habit.target_per,
    no_entry_is_zero: habit.no_entry_is_zero,
    color: habit.color ?? '',
    reminders: habit.reminders,
    starts_on: habit.starts_on,
    ends_on: habit.ends_on ?? '',
    completions_limit: textOf(habit.completions_limit, locale),
  }
}

function scheduleFields(schedule: Schedule): Partial<HabitForm> {
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
const whole = (text: string) => numberOf(text) ?? Number.NaN

/** The schedule that the fields say; not yet checked. */
export function scheduleOf(form: HabitForm): Schedule {
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

/** A whole period is a target only where the schedule counts periods. */
const perOf = (form: HabitForm) => (form.schedule_kind === 'times_per_period' ? form.target_per : 'day')

/** The habit that the fields say; not yet checked. */
export function bodyOf(form: HabitForm): HabitCreate {
  const measured = form.kind === 'measure'
  return {
    name: form.name.trim(),
    description: form.description,
    kind: form.kind,
    unit: measured ? form.unit.trim() : '',
    target: measured ? whole(form.target) : null,
    target_kind: form.target_kind,
    target_per: measured ? perOf(form) : 'day',
    no_entry_is_zero: measured && form.no_entry_is_zero,
    color: form.color || null,
    reminders: form.reminders.filter(Boolean),
    schedule: scheduleOf(form),
    starts_on: form.starts_on || null,
    ends_on: form.ends_on || null,
    completions_limit: numberOf(form.completions_limit),
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const RULE: readonly string[] = ['schedule', 'target', 'target_kind', 'target_per']

/** Whether the rule that judges days would change, and with it the date from which it counts. */
export const changesRule = (form: HabitForm, before: HabitForm): boolean => {
  const [now, then] = [bodyOf(form), bodyOf(before)]
  return RULE.some((field) => !same(now[field as keyof HabitCreate], then[field as keyof HabitCreate]))
}

/** Only what was changed, so that a field nobody touched never becomes a new version of the rule. */
export function updateOf(form: HabitForm, before: HabitForm): HabitUpdate {
  const [{ kind: _kind, ...now }, then] = [bodyOf(form), bodyOf(before)]
  const changed = Object.entries(now).filter(
    ([field, value]) => !same(value, then[field as keyof HabitCreate]),
  )
  return {
    ...Object.fromEntries(changed),
    ...(changesRule(form, before) && { effective_from: form.effective_from || null }),
  }
}
