import { beforeAll, describe, expect, it } from 'vitest'
import { activateLocale } from '@/lib/i18n'
import { moved } from '@/lib/reorder'
import { issueWords } from './issues'
import { numberOf, textOf } from './numbers'
import { newSchedule, scheduleFieldAt, scheduleFields, scheduleOf } from './schedule-form'

describe('a schedule in fields', () => {
  const start = newSchedule('2026-11-20', 'fri')

  it('takes its details from the day it begins', () => {
    expect(start).toMatchObject({ schedule_kind: 'daily', days: ['fri'], day: '20', month: '11' })
  })

  it.each([
    { kind: 'daily' },
    { kind: 'weekly_days', days: ['mon'], every: 2 },
    { kind: 'monthly_day', day: 31, every: 1 },
    { kind: 'yearly_date', month: 2, day: 29, every: 1 },
    { kind: 'interval_cycle', active_days: 3, break_days: 1 },
    { kind: 'times_per_period', times: 3, period: 'week' },
    { kind: 'after_completion', days: 10 },
  ] as const)('%j is written and read back', (schedule) => {
    const rule =
      'days' in schedule && Array.isArray(schedule.days)
        ? { ...schedule, days: [...schedule.days] }
        : schedule
    expect(scheduleOf({ ...start, ...scheduleFields(rule as Parameters<typeof scheduleFields>[0]) })).toEqual(
      schedule,
    )
  })

  it('knows the field of a refusal', () => {
    expect(scheduleFieldAt(['schedule', 'weekly_days', 'days', '0'], 'weekly_days')).toBe('days')
    expect(scheduleFieldAt(['schedule', 'after_completion', 'days'], 'after_completion')).toBe('after_days')
    expect(scheduleFieldAt(['schedule'], 'daily')).toBe('schedule_kind')
  })
})

describe('what is wrong with a field', () => {
  beforeAll(() => activateLocale('en'))

  it('is said in words', () => {
    expect(issueWords({ code: 'too_big', path: ['title'], origin: 'string', maximum: 200 })).toBe(
      'At most 200 characters',
    )
    expect(issueWords({ code: 'too_small', path: ['schedule', 'days'], origin: 'array', minimum: 1 })).toBe(
      'Choose at least one weekday',
    )
    expect(issueWords({ code: 'invalid_type', path: ['every'] })).toBe('Write a whole number')
    expect(issueWords({ code: 'invalid_format', path: ['ends_on'] }, 'Choose a date')).toBe('Choose a date')
  })
})

describe('numbers', () => {
  it('are read with either mark, and nothing is no number', () => {
    expect([numberOf('1,5'), numberOf(' 2 '), numberOf(''), numberOf('a')]).toEqual([
      1.5,
      2,
      null,
      Number.NaN,
    ])
    expect([textOf(1234.5, 'de'), textOf(null, 'de')]).toEqual(['1234,5', ''])
  })
})

describe('the order of rows', () => {
  it('puts a row at another place, or changes nothing', () => {
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b'])
    expect(moved(['a', 'b'], 'a', 0)).toBeUndefined()
    expect(moved(['a', 'b'], 'b', 2)).toBeUndefined()
  })
})
