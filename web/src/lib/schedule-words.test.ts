import { beforeAll, describe, expect, it } from 'vitest'
import { activateLocale } from './i18n'
import { type Schedule, scheduleInWords, weekdayName, weekFrom } from './schedule-words'

const english: [Schedule, string][] = [
  [{ kind: 'daily' }, 'Every day'],
  [{ kind: 'weekly_days', days: ['thu', 'mon'], every: 1 }, 'Every Monday and Thursday'],
  [{ kind: 'weekly_days', days: ['mon', 'thu'], every: 2 }, 'Every other week on Monday and Thursday'],
  [{ kind: 'weekly_days', days: ['mon'], every: 3 }, 'Every 3 weeks on Monday'],
  [{ kind: 'weekly_days', days: ['mon', 'tue', 'wed', 'thu', 'fri'], every: 1 }, 'On working days'],
  [{ kind: 'weekly_days', days: ['sun', 'sat'], every: 1 }, 'At weekends'],
  [{ kind: 'weekly_days', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], every: 1 }, 'Every day'],
  [{ kind: 'monthly_day', day: 12, every: 1 }, 'Every month on day 12'],
  [{ kind: 'monthly_day', day: 31, every: 1 }, 'On the last day of every month'],
  [{ kind: 'monthly_day', day: 1, every: 3 }, 'Every 3 months on day 1'],
  [{ kind: 'yearly_date', month: 2, day: 29, every: 1 }, 'Every year on February 29'],
  [{ kind: 'interval_cycle', active_days: 1, break_days: 0 }, 'Every day'],
  [{ kind: 'interval_cycle', active_days: 1, break_days: 1 }, 'Every other day'],
  [{ kind: 'interval_cycle', active_days: 1, break_days: 2 }, 'Every 3 days'],
  [{ kind: 'interval_cycle', active_days: 3, break_days: 1 }, '3 days on, 1 day off'],
  [{ kind: 'times_per_period', times: 1, period: 'week' }, 'Once a week'],
  [{ kind: 'times_per_period', times: 3, period: 'month' }, '3 times a month'],
  [{ kind: 'after_completion', days: 10 }, 'Again 10 days after it was done'],
]

const german: [Schedule, string][] = [
  [{ kind: 'daily' }, 'Jeden Tag'],
  [{ kind: 'weekly_days', days: ['mon', 'thu'], every: 2 }, 'Alle zwei Wochen am Montag und Donnerstag'],
  [{ kind: 'weekly_days', days: ['mon', 'thu'], every: 1 }, 'Jeden Montag und Donnerstag'],
  [{ kind: 'monthly_day', day: 12, every: 1 }, 'Jeden Monat am 12.'],
  [{ kind: 'yearly_date', month: 2, day: 29, every: 1 }, 'Jedes Jahr am 29. Februar'],
  [{ kind: 'interval_cycle', active_days: 3, break_days: 1 }, '3 Tage an, 1 Tag Pause'],
  [{ kind: 'times_per_period', times: 3, period: 'week' }, '3-mal pro Woche'],
  [{ kind: 'after_completion', days: 1 }, 'Wieder einen Tag nach dem letzten Mal'],
]

describe('a schedule in English', () => {
  beforeAll(() => activateLocale('en'))
  it.each(english)('%j', (schedule, words) => expect(scheduleInWords(schedule)).toBe(words))

  it('begins the week where the person does', () => {
    expect(weekFrom('sun')).toEqual(['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'])
    expect(weekdayName('sun', 'short')).toBe('Sun')
  })
})

describe('a schedule in German', () => {
  beforeAll(() => activateLocale('de'))
  it.each(german)('%j', (schedule, words) => expect(scheduleInWords(schedule)).toBe(words))
})
