/** Figures in words, the geometry of trends, and what the server's findings say. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Trend, TrendPoint } from '@/api'
import { addDays } from '@/lib/dates'
import { activateLocale, allMessages } from '@/lib/i18n'
import { habitOf, type Insight, sentenceOf } from './insight-sentence'
import { rangeOf, rememberRange } from './range'
import { bandAt, dotPath, linePath, lowestOf, middleOf, ticksOf } from './trend-lines'
import {
  balanceWords,
  countDifference,
  hoursWords,
  ofWords,
  percent,
  percentOrNone,
  percentParts,
  pointsDifference,
  pointWords,
  wholePercent,
} from './words'

beforeAll(async () => {
  await allMessages()
})

beforeEach(async () => {
  localStorage.clear()
  await activateLocale('en')
})

const point = (from: string, more: Partial<TrendPoint> = {}): TrendPoint => ({
  from,
  to: from,
  days: 1,
  tasks_created: 0,
  tasks_done: 0,
  habits_due: 0,
  habits_done: 0,
  success_rate: null,
  ...more,
})

const days = (from: string, count: number): Trend => ({
  unit: 'day',
  points: Array.from({ length: count }, (_, index) => point(addDays(from, index))),
})

describe('hours in words', () => {
  it('are told to a tenth, in the language', async () => {
    expect([0, 45, 60, 750].map(hoursWords)).toEqual(['0 hr', '0.8 hr', '1 hr', '12.5 hr'])
    await activateLocale('de')
    expect(hoursWords(750)).toBe('12,5 Std.')
  })
})

describe('shares in words', () => {
  it('are whole percents', () => {
    expect(percent(0.8693)).toBe('87%')
    expect(percentOrNone(null)).toBe('–')
  })

  it('call nothing all or none that is not quite', () => {
    expect([1, 0.9999, 0.0001, 0].map(wholePercent)).toEqual([100, 99, 1, 0])
  })

  it('follow the language, with the sign apart where it is set smaller', async () => {
    await activateLocale('de')
    expect(percent(0.5)).toBe('50\u00a0%')
    expect(percentParts(0.5)).toEqual({ numeral: '50', sign: '%', isSignFirst: false })
  })
})

describe('differences in words', () => {
  it('tell direction and size', () => {
    expect(countDifference(1200)).toEqual({ direction: 'more', words: '1,200 more' })
    expect(countDifference(-3)).toEqual({ direction: 'less', words: '3 fewer' })
    expect(countDifference(0)).toEqual({ direction: 'same', words: 'as many as before' })
  })

  it('round points, and call what rounds to none the same', () => {
    expect(pointsDifference(1.2)).toEqual({ direction: 'more', words: '1 point more' })
    expect(pointsDifference(-12.6)).toEqual({ direction: 'less', words: '13 points less' })
    expect(pointsDifference(-0.4)).toEqual({ direction: 'same', words: 'as before' })
  })

  it('say what became of the number of tasks', () => {
    expect(balanceWords({ created: 5, done: 2 })).toBe('3 more than were done')
    expect(balanceWords({ created: 2, done: 5 })).toBe('3 fewer than were done')
    expect(balanceWords({ created: 2, done: 2 })).toBe('as many as were done')
  })

  it('keep large numbers readable', () => {
    expect(ofWords(1234567, 2345678)).toBe('1,234,567 of 2,345,678')
  })
})

describe('a line through shares', () => {
  it('goes through the middles of bands and breaks where nothing was due', () => {
    expect(linePath([0, 1, null, 0.5, 1])).toBe('M100.0 100.0L300.0 0.0M700.0 50.0L900.0 0.0')
    expect(linePath([null, null])).toBe('')
  })

  it('leaves a lonely point as a dot', () => {
    expect(linePath([0.5, null, 1])).toBe('')
    expect(dotPath([0.5, null, 1, 1])).toBe('M125.0 50.0h.01')
  })

  it('is found again below the pointer', () => {
    expect([-1, 0, 0.34, 1, 2].map((share) => bandAt(share, 3))).toEqual([0, 0, 1, 2, 2])
    expect(bandAt(middleOf(4, 30), 30)).toBe(4)
  })

  it('begins at a half unless it goes below', () => {
    expect(lowestOf([0.5, null, 1])).toBe(0.5)
    expect(lowestOf([0.5, 0.49])).toBe(0)
  })
})

describe('names below a trend', () => {
  const labels = (trend: Trend) => ticksOf(trend, 'sun').map(({ label }) => label)

  it('are weekdays for a week', () => {
    expect(labels(days('2026-11-16', 7))).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])
  })

  it("are the beginnings of the person's weeks for a month", () => {
    const trend = days('2026-10-22', 30)
    expect(ticksOf(trend, 'sun').map(({ index }) => trend.points[index]?.from)).toEqual([
      '2026-10-25',
      '2026-11-01',
      '2026-11-08',
      '2026-11-15',
    ])
  })

  it('are months for weeks, and years for many months', () => {
    const weeks = Array.from({ length: 10 }, (_, week) => point(addDays('2026-09-01', week * 7)))
    expect(labels({ unit: 'week', points: weeks })).toEqual(['Oct', 'Nov'])
    const months = Array.from({ length: 30 }, (_, month) =>
      point(`${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`),
    )
    expect(labels({ unit: 'month', points: months })).toEqual(['2025', '2026'])
  })

  it('never are more than fit', () => {
    const decades = Array.from({ length: 1200 }, (_, month) =>
      point(`${1930 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`),
    )
    expect(labels({ unit: 'month', points: decades }).length).toBeLessThanOrEqual(7)
  })

  it('name a point by what it stands for', () => {
    expect(pointWords(point('2026-11-20'), 'day')).toBe('Fri Nov 20')
    expect(pointWords(point('2026-11-16', { to: '2026-11-20' }), 'week')).toMatch(/^Nov 16\s?–\s?20, 2026$/)
    expect(pointWords(point('2026-11-01'), 'month')).toBe('November 2026')
  })
})

describe('the range', () => {
  it('is that of the address, else the one chosen last, else thirty days', () => {
    expect(rangeOf(undefined)).toBe('30d')
    rememberRange('all')
    expect(rangeOf(undefined)).toBe('all')
    expect(rangeOf('7d')).toBe('7d')
    expect(rangeOf('8d')).toBe('all')
  })
})

describe('insights', () => {
  const habit = { habit_id: 'h', habit_name: 'Read', due: 30, done: 30, success_rate: 1 }
  const told: [Insight, string][] = [
    [
      { code: 'success_rising', values: { success_rate: 0.87, previous_success_rate: 0.7, points: 17 } },
      'More gets done than in the 30 days before: 87% of what is due, up from 70%.',
    ],
    [
      {
        code: 'weekday_difference',
        values: {
          weekday: 'mon',
          success_rate: 0.94,
          due: 31,
          other_weekday: 'sun',
          other_success_rate: 0.5,
          other_due: 28,
        },
      },
      'Monday goes best: 94% is done, against 50% on Sunday.',
    ],
    [
      {
        code: 'streak_record',
        values: { habit_id: 'h', habit_name: 'Read', length: 41, first_on: '2026-10-03' },
      },
      '“Read” is on its longest run yet: 41 in a row, since Oct 3, 2026.',
    ],
    [{ code: 'habit_every_time', values: habit }, '“Read” was done every single time, all 30 of them.'],
    [
      { code: 'habit_struggling', values: { ...habit, done: 4 } },
      '“Read” was missed more often than not: done 4 of 30 times.',
    ],
    [
      {
        code: 'theme_quiet',
        values: { theme_id: 't', theme_name: 'Garden', previous_done: 12, days: 30 },
      },
      'Nothing of “Garden” was done for 30 days or more; in the period before, it was 12 times.',
    ],
    [
      { code: 'tasks_late', values: { on_time: 2, with_due: 20, on_time_rate: 0.1 } },
      'Most tasks get done late: only 2 of 20 were on time, or 10%.',
    ],
    [
      { code: 'tasks_piling_up', values: { created: 61, done: 20 } },
      'Tasks are piling up: 61 came in, 20 were done.',
    ],
  ]

  it.each(told)('%j is a sentence', (insight, sentence) => {
    expect(sentenceOf(insight, 30)).toBe(sentence)
  })

  it('lead to their habit', () => {
    expect(habitOf({ code: 'habit_every_time', values: habit })).toBe('h')
    expect(habitOf({ code: 'tasks_piling_up', values: { created: 61, done: 20 } })).toBeUndefined()
  })
})
