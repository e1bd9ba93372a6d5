import { describe, expect, it } from 'vitest'
import type { HabitEntry, Today } from '@/api'
import { dayAfter, writeOf } from './check-in'
import { addDays, offsetMinutes, weekStartOf } from './days'
import { dayWithRow } from './entries'
import { parseAmount } from './later/amount'
import { untilNextDay } from './later/next-day'
import { inSections, sectionOf } from './sections'
import { addAmounts, stepOf } from './step'
import { dayWith } from './waiting'

const HABIT = '01a1f8fd-7479-74ce-b6bb-22367f73fce7'

const entry = (change: Partial<HabitEntry> = {}): HabitEntry => ({
  id: HABIT,
  title: 'Stretch ten minutes',
  kind: 'habit',
  at: null,
  until: null,
  state: 'open',
  urgency: 'due',
  color: null,
  theme: null,
  actions: [],
  habit_kind: 'check',
  unit: '',
  target: null,
  target_kind: 'at_least',
  target_per: 'day',
  amount: null,
  note: '',
  schedule: { kind: 'daily' },
  streak: 0,
  period: null,
  ...change,
})

const water = (change: Partial<HabitEntry> = {}) =>
  entry({ habit_kind: 'measure', unit: 'l', target: 2, ...change })

const day = (rows: HabitEntry[], change: Partial<Today> = {}): Today => ({
  date: '2026-11-20',
  today: '2026-11-20',
  timezone: 'Europe/Berlin',
  entries: rows,
  progress: { done: 0, total: rows.length },
  quote: null,
  ...change,
})

const done = { status: 'done', amount: null, note: '' } as const
const shown = (page: Today) => page.entries[0]?.state

describe('amounts', () => {
  it.each([
    ['1,5', 'de', 1.5],
    ['1.5', 'de', 1.5],
    ['1,5', 'en', 1.5],
    ['1.250', 'de', 1250],
    ['1,250', 'en', 1250],
    ['1.250', 'en', 1.25],
    ['1.250,5', 'de', 1250.5],
    ['1,250.5', 'en', 1250.5],
    ['1 250', 'en', 1250],
    ['1.000.000', 'de', 1_000_000],
    ['0,25', 'en', 0.25],
    [',5', 'de', 0.5],
    ['0.0004', 'en', 0],
    ['12', 'en', 12],
  ])('%s in %s is %d', (text, locale, amount) => expect(parseAmount(text, locale)).toBe(amount))

  it.each(['', 'two', '-1', '1,2,3.4.5', '1e3', '.'])('%s is none', (text) =>
    expect(parseAmount(text, 'en')).toBeNull(),
  )

  it.each([
    [{ target: 2, unit: 'l' }, 0.25],
    [{ target: 20, unit: 'minutes' }, 5],
    [{ target: 2, unit: 'cups' }, 1],
    [{ target: 8, unit: 'glasses' }, 1],
    [{ target: 10_000, unit: 'steps' }, 1000],
    [{ target: null, unit: 'pages' }, 1],
  ])('a target of %j is reached in steps of %d', (target, step) => expect(stepOf(water(target))).toBe(step))

  it('a target per period is shared out over its days', () => {
    const week = { kind: 'times_per_period', times: 5, period: 'week' } as const
    expect(stepOf(water({ target: 20, unit: 'km', target_per: 'period', schedule: week }))).toBe(0.5)
  })

  it('sums are exact to a thousandth', () => expect(addAmounts(0.1, 0.2)).toBe(0.3))
})

describe('what is painted before the server has answered', () => {
  it('a tick is done and counts', () => {
    const after = dayAfter(day([entry()]), HABIT, done)
    expect(shown(after)).toBe('done')
    expect(after.progress).toEqual({ done: 1, total: 1 })
  })

  it('a skip leaves the count', () =>
    expect(dayAfter(day([entry()]), HABIT, { status: 'skipped' }).progress).toEqual({ done: 0, total: 0 }))

  it('what could wait counts once it is done', () => {
    const page = day([entry({ urgency: 'can_wait' })], { progress: { done: 0, total: 0 } })
    expect(dayAfter(page, HABIT, done).progress).toEqual({ done: 1, total: 1 })
  })

  it.each([
    [water(), 1.2, 'open'],
    [water(), 2, 'done'],
    [water({ target_kind: 'at_most' }), 2, 'done'],
    [water({ target_kind: 'at_most' }), 2.5, 'missed'],
    [water({ target_per: 'period' }), 0.5, 'done'],
  ] as const)('an amount is held against its target', (row, amount, state) =>
    expect(shown(dayAfter(day([row]), HABIT, { status: 'done', amount }))).toBe(state),
  )

  it('taking back opens today, and leaves a past day missed', () => {
    expect(shown(dayAfter(day([entry({ state: 'done' })]), HABIT, null))).toBe('open')
    const past = day([entry({ state: 'done' })], { date: '2026-11-19' })
    expect(shown(dayAfter(past, HABIT, null))).toBe('missed')
  })

  it('what waits in the outbox is shown on its own day only', () => {
    const op = (date: string) => ({
      url: `/api/v1/habits/${HABIT}/check-ins/${date}`,
      method: 'PUT',
      body: done,
    })
    const waiting = [op('2026-11-20')] as unknown as Parameters<typeof dayWith>[1]
    const other = [op('2026-11-19')] as unknown as Parameters<typeof dayWith>[1]
    expect(shown(dayWith(day([entry()]), waiting))).toBe('done')
    expect(shown(dayWith(day([entry()]), other))).toBe('open')
  })
})

describe('a habit that the day did not ask for', () => {
  it('gets a row once, and counts as done when it is ticked', () => {
    const added = dayWithRow(dayWithRow(day([]), entry()), entry())
    expect(added.progress).toEqual({ done: 0, total: 1 })
    expect(dayAfter(added, HABIT, done).progress).toEqual({ done: 1, total: 1 })
  })
})

describe('taking back', () => {
  it.each([
    [entry(), false, null],
    [entry({ state: 'done', note: 'slow' }), false, { status: 'done', amount: null, note: 'slow' }],
    [entry({ state: 'skipped' }), false, { status: 'skipped', amount: null, note: '' }],
    [entry({ state: 'missed' }), false, { status: 'missed', amount: null, note: '' }],
    [entry({ state: 'missed' }), true, null],
    [water({ amount: 1.2 }), false, { status: 'done', amount: 1.2, note: '' }],
  ] as const)('brings the row back to what it was', (row, isPast, write) =>
    expect(writeOf(row, isPast)).toEqual(write),
  )
})

describe('sections', () => {
  it('go by urgency, then by the time of day', () => {
    expect(sectionOf(entry({ urgency: 'overdue', at: '08:00' }))).toBe('overdue')
    expect(sectionOf(entry({ at: '11:59' }))).toBe('morning')
    expect(sectionOf(entry({ at: '12:00' }))).toBe('later')
    expect(sectionOf(entry())).toBe('any')
    expect(sectionOf(entry({ urgency: 'can_wait', at: '08:00' }))).toBe('wait')
  })

  it('keep a row where it stood first', () => {
    const found = inSections([entry({ state: 'done' })], new Map([[HABIT, 'wait']]))
    expect(found.map(({ section }) => section)).toEqual(['wait'])
  })
})

describe('days', () => {
  it('follow each other over months and leap days', () => {
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  })

  it('lie in the week that the person begins', () => {
    expect(weekStartOf('2026-11-22', 'mon')).toBe('2026-11-16')
    expect(weekStartOf('2026-11-22', 'sun')).toBe('2026-11-22')
    expect(weekStartOf('2026-11-16', 'sat')).toBe('2026-11-14')
  })

  it('begin at the day start of the zone', () => {
    const noon = Date.parse('2026-11-20T12:00:00Z')
    expect(offsetMinutes(noon, 'Europe/Berlin')).toBe(60)
    expect(untilNextDay(noon, 'Europe/Berlin', 0)).toBe(11 * 3_600_000)
    expect(untilNextDay(noon, 'Europe/Berlin', 240)).toBe(15 * 3_600_000)
    expect(untilNextDay(noon, 'Pacific/Auckland', 240)).toBe(3 * 3_600_000)
  })
})
