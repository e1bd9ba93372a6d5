/** The editor's fields, and how they become what the API takes. */
import type { HabitCreate, HabitRead, HabitUpdate, Weekday } from '@/api'
import { numberOf, textOf } from '@/lib/forms/numbers'
import { newSchedule, type ScheduleForm, scheduleFields, scheduleOf, whole } from '@/lib/forms/schedule-form'

export interface HabitForm extends ScheduleForm {
  name: string
  description: string
  kind: HabitRead['kind']
  unit: string
  target: string
  target_kind: HabitRead['target_kind']
  target_per: HabitRead['target_per']
  no_entry_is_zero: boolean
  color: string
  /** Empty for none. */
  theme_id: string
  reminders: string[]
  starts_on: string
  ends_on: string
  completions_limit: string
  effective_from: string
}

/** A new habit: every day from today on, and sensible details for each other choice, taken from the day it begins. */
export function newHabit(today: string, weekday: Weekday, theme = ''): HabitForm {
  return {
    ...newSchedule(today, weekday),
    name: '',
    description: '',
    kind: 'check',
    unit: '',
    target: '',
    target_kind: 'at_least',
    target_per: 'day',
    no_entry_is_zero: false,
    color: '',
    theme_id: theme,
    reminders: [],
    starts_on: today,
    ends_on: '',
    completions_limit: '',
    effective_from: today,
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
    theme_id: habit.theme_id ?? '',
    reminders: habit.reminders,
    starts_on: habit.starts_on,
    ends_on: habit.ends_on ?? '',
    completions_limit: textOf(habit.completions_limit, locale),
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
    theme_id: form.theme_id || null,
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
