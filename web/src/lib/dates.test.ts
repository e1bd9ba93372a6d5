import { describe, expect, it } from 'vitest'
import {
  addDays,
  clockTime,
  dateAndTime,
  dayNumeral,
  dayOfYear,
  daysBetween,
  figure,
  isDate,
  isoWeek,
  longDate,
  monthName,
  shortDate,
  weekday,
  weekdayNames,
} from './dates'

describe('a date', () => {
  it('is written in the order of the language', () => {
    expect(longDate('2026-11-20', 'en-US')).toBe('Friday, November 20, 2026')
    expect(longDate('2026-11-20', 'de')).toBe('Freitag, 20. November 2026')
    expect(shortDate('2026-11-20', 'de')).toBe('20. Nov.')
  })

  it('is told from what is no date', () => {
    expect(isDate('2026-02-28')).toBe(true)
    for (const text of ['2026-02-30', '2026-2-3', 'today', 20261120, undefined])
      expect(isDate(text)).toBe(false)
  })

  it('is counted on across months and leap years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  })

  it('stays the same date whatever the zone of the machine', () => {
    for (const date of ['2026-01-01', '2026-03-29', '2026-10-25', '2026-12-31']) {
      expect(dayNumeral(date)).toBe(String(Number(date.slice(8))))
    }
    expect(weekday('2026-11-20', 'en')).toBe('Friday')
    expect(monthName('2026-11-01', 'de')).toBe('November')
  })

  it.each([
    ['2026-11-20', 47, 324, 365],
    ['2024-12-30', 1, 365, 366],
    ['2021-01-03', 53, 3, 365],
    ['2026-01-01', 1, 1, 365],
    ['2027-01-01', 53, 1, 365],
  ])('%s is in week %i, day %i of %i', (date, week, day, of) => {
    expect(isoWeek(date)).toBe(week)
    expect(dayOfYear(date)).toEqual({ day, of })
  })
})

describe('times and figures', () => {
  it('follow the language', () => {
    expect(clockTime('09:05', 'en-GB')).toBe('9:05')
    expect(clockTime('17:30', 'de')).toBe('17:30')
    expect(clockTime('17:30', 'en-US')).toMatch(/^5:30\sPM$/)
    expect(figure(1.25, 'de')).toBe('1,25')
    expect(figure(0.1 + 0.2, 'en')).toBe('0.3')
    expect(weekdayNames('de', 'short')).toEqual(['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'])
  })

  it('show an instant in the zone asked for', () => {
    expect(dateAndTime('2026-11-20T23:30:00Z', 'en-GB', 'Europe/Berlin')).toBe('21 Nov 2026, 00:30')
  })
})
