import { beforeAll, describe, expect, it } from 'vitest'
import type { CalendarDay, HabitRead } from '@/api'
import { addDays } from '@/lib/dates'
import { activateLocale } from '@/lib/i18n'
import { Problem } from '@/lib/problem'
import { monthColumns, placeDays, rowOf } from './calendar'
import { habitSearch, queryOf } from './filters'
import { checksOf, fieldAt, refusedFields } from './form-checks'
import { bodyOf, changesRule, formOf, type HabitForm, newHabit, updateOf } from './form-model'
import { writtenToday } from './record'

const TODAY = '2026-11-20'
const form = (more: Partial<HabitForm> = {}): HabitForm => ({
  ...newHabit(TODAY, 'fri'),
  name: 'Run',
  ...more,
})

const habit = (more: Partial<HabitRead> = {}) =>
  ({
    name: 'Run',
    description: '',
    kind: 'check',
    unit: '',
    target: null,
    target_kind: 'at_least',
    target_per: 'day',
    no_entry_is_zero: false,
    color: null,
    reminders: ['07:30'],
    schedule: { kind: 'weekly_days', days: ['mon'], every: 2 },
    starts_on: '2025-01-01',
    ends_on: null,
    completions_limit: null,
    state_today: 'open',
    amount_today: null,
    note_today: '',
    ...more,
  }) as HabitRead

const errorsOf = async (values: HabitForm, before?: HabitForm) => {
  const options = { fields: {}, shouldUseNativeValidation: false }
  const { errors } = await checksOf(before)(values, undefined, options)
  return Object.fromEntries(Object.entries(errors).map(([field, error]) => [field, error?.message]))
}

describe('the fields of the editor', () => {
  beforeAll(() => activateLocale('en'))

  it('say the theme, and a change of it alone', () => {
    const home = 'b3c1f8fd-7479-44ce-b6bb-22367f73fce7'
    expect(bodyOf(form()).theme_id).toBeNull()
    expect(bodyOf(newHabit(TODAY, 'fri', home)).theme_id).toBe(home)
    const before = formOf(habit({ theme_id: home }), TODAY, 'fri', 'en')
    expect(updateOf({ ...before, theme_id: '' }, before)).toEqual({ theme_id: null })
  })

  it('leave a target out of what is only ticked, and a period out of what has none', () => {
    const measured = { kind: 'measure', target: '2,5', unit: ' l ', target_per: 'period' } as const
    expect(bodyOf(form({ ...measured, kind: 'check' }))).toMatchObject({ target: null, unit: '' })
    expect(bodyOf(form(measured))).toMatchObject({ target: 2.5, unit: 'l', target_per: 'day' })
    expect(bodyOf(form({ ...measured, schedule_kind: 'times_per_period' })).target_per).toBe('period')
  })

  it('read a habit back as it was written', () => {
    const before = formOf(habit(), TODAY, 'fri', 'de')
    expect(bodyOf(before)).toMatchObject({ name: 'Run', reminders: ['07:30'], schedule: habit().schedule })
    expect(updateOf(before, before)).toEqual({})
  })

  it('send only what was changed, and a date only with a new rule', () => {
    const before = formOf(habit(), TODAY, 'fri', 'en')
    expect(updateOf({ ...before, name: 'Swim' }, before)).toEqual({ name: 'Swim' })
    expect(changesRule({ ...before, name: 'Swim' }, before)).toBe(false)
    expect(updateOf({ ...before, schedule_kind: 'daily' }, before)).toEqual({
      schedule: { kind: 'daily' },
      effective_from: TODAY,
    })
  })
})

describe('the checks of the editor', () => {
  beforeAll(() => activateLocale('en'))

  it.each<[Partial<HabitForm>, object]>([
    [{}, {}],
    [{ name: ' ' }, { name: 'Give it a name' }],
    [{ schedule_kind: 'weekly_days', days: [] }, { days: 'Choose at least one weekday' }],
    [{ schedule_kind: 'monthly_day', day: '32' }, { day: 'At most 31' }],
    [{ schedule_kind: 'monthly_day', day: '' }, { day: 'Write a whole number' }],
    [{ schedule_kind: 'after_completion', after_days: '0' }, { after_days: 'At least 1' }],
    [{ kind: 'measure', target: 'lots' }, { target: 'Write a number, such as 1.5' }],
    [{ color: 'red' }, { color: 'A colour such as #5D6B2F' }],
    [{ ends_on: '2026-11-01' }, { ends_on: 'The end lies before the start' }],
  ])('%j', async (fields, errors) => {
    expect(await errorsOf(form(fields))).toEqual(errors)
  })

  it('hold for changes as well', async () => {
    const before = formOf(habit(), TODAY, 'fri', 'en')
    expect(await errorsOf({ ...before, every: 'x' }, before)).toEqual({ every: 'Write a whole number' })
  })

  it('put a refusal of the server on its field', () => {
    const fields = [{ pointer: '/body/schedule/after_completion/days', detail: 'Too large' }]
    const problem = new Problem(422, 'invalid', 'Invalid', undefined, undefined, fields)
    expect(refusedFields(problem, form({ schedule_kind: 'after_completion' }))).toEqual([
      ['after_days', 'Too large'],
    ])
    expect(fieldAt(['schedule', 'weekly_days', 'days', '0'], 'weekly_days')).toBe('days')
    expect(fieldAt(['reminders', '1'], 'daily')).toBe('reminders')
    expect(fieldAt(['schedule'], 'daily')).toBe('schedule_kind')
  })
})

describe('the year on paper', () => {
  const days = Array.from(
    { length: 365 },
    (_, index) => ({ date: addDays('2026-01-01', index), state: 'off', amount: null }) as CalendarDay,
  )

  it('begins its columns with the first day of the week', () => {
    const placed = placeDays(days, 'mon')
    expect(placed[0]).toMatchObject({ date: '2026-01-01', week: 0, row: 3 })
    expect(placed[4]).toMatchObject({ date: '2026-01-05', week: 1, row: 0 })
    expect(placed.at(-1)?.week).toBe(52)
    expect(placeDays(days, 'sun')[3]).toMatchObject({ date: '2026-01-04', week: 1, row: 0 })
    expect(placed.every((day) => day.row === rowOf(day.date, 'mon'))).toBe(true)
    expect(monthColumns(placed)).toHaveLength(12)
  })
})

describe('the list', () => {
  it('keeps what it knows of an address, and leaves out what is usual', () => {
    expect(habitSearch({ status: 'due', sort: '-streak', schedule_kind: 'daily' })).toEqual({
      status: 'due',
      sort: '-streak',
      schedule_kind: 'daily',
    })
    expect(habitSearch({ status: 'active', sort: 'position', schedule_kind: 'hourly', more: 1 })).toEqual({})
    expect(queryOf({})).toEqual({ status: 'active', sort: 'position' })
  })

  it('knows what undo must write again for today', () => {
    expect(writtenToday(habit())).toBeNull()
    expect(writtenToday(habit({ state_today: 'skipped', note_today: 'ill' }))).toEqual({
      status: 'skipped',
      amount: null,
      note: 'ill',
    })
    expect(writtenToday(habit({ state_today: 'open', amount_today: 1.2 }))).toMatchObject({
      status: 'done',
      amount: 1.2,
    })
  })
})
