/** Figures, shares and differences as they are read. */
import { i18n } from '@lingui/core'
import { plural, t } from '@lingui/core/macro'
import type { RangeName, Statistics, TrendPoint } from '@/api'
import { dateSpan, monthAndYear } from '@/lib/date-spans'
import { figure, shortDate, weekdayShort } from '@/lib/dates'
import { regional } from '@/lib/i18n'

export const number = (value: number): string => figure(value, i18n.locale)

/** "12.5 hr" in the person's own words: hours to a tenth. */
export const hoursWords = (minutes: number): string =>
  new Intl.NumberFormat(regional(i18n.locale), {
    style: 'unit',
    unit: 'hour',
    maximumFractionDigits: 1,
  }).format(minutes / 60)

/** Whole percents; what is not quite all is never shown as all, nor what is not quite nothing as nothing. */
export function wholePercent(rate: number): number {
  const rounded = Math.round(rate * 100)
  if (rounded === 100 && rate < 1) return 99
  return rounded === 0 && rate > 0 ? 1 : rounded
}

/** "87%", in the person's own marks. */
export const percent = (rate: number): string =>
  parts(rate)
    .map(({ value }) => value)
    .join('')

/** Numeral and sign apart, for setting the sign smaller. */
export function percentParts(rate: number): { numeral: string; sign: string; isSignFirst: boolean } {
  const all = parts(rate)
  const of = (isSign: boolean) =>
    all
      .filter(({ type }) => (type === 'percentSign') === isSign && type !== 'literal')
      .map(({ value }) => value)
      .join('')
  return { numeral: of(false), sign: of(true), isSignFirst: all[0]?.type === 'percentSign' }
}

const parts = (rate: number) =>
  new Intl.NumberFormat(regional(i18n.locale), { style: 'percent' }).formatToParts(wholePercent(rate) / 100)

/** "87%", or a dash where nothing was due. */
export const percentOrNone = (rate: number | null): string => (rate === null ? '–' : percent(rate))

export type Direction = 'more' | 'less' | 'same'

export interface Difference {
  direction: Direction
  words: string
}

/** "12 more", from one period to the next. */
export function countDifference(by: number): Difference {
  if (by === 0) return { direction: 'same', words: t`as many as before` }
  const size = number(Math.abs(by))
  return by > 0
    ? { direction: 'more', words: t`${size} more` }
    : { direction: 'less', words: t`${size} fewer` }
}

/** "2 points more", of shares. */
export function pointsDifference(by: number): Difference {
  const size = Math.round(Math.abs(by))
  if (size === 0) return { direction: 'same', words: t`as before` }
  return by > 0
    ? { direction: 'more', words: plural(size, { one: '# point more', other: '# points more' }) }
    : { direction: 'less', words: plural(size, { one: '# point less', other: '# points less' }) }
}

/** The name of a range, for choosing it. */
export function rangeWords(range: RangeName): string {
  if (range === 'all') return t({ message: 'All', context: 'all days since the beginning' })
  const days = Number.parseInt(range, 10)
  return plural(days, { one: '# day', other: '# days' })
}

/** "12 of 14". */
export function ofWords(done: number, due: number): string {
  const [part, whole] = [number(done), number(due)]
  return t`${part} of ${whole}`
}

/** Which days a point of the trend stands for. */
export function pointWords(point: TrendPoint, unit: 'day' | 'week' | 'month'): string {
  if (unit === 'day') return `${weekdayShort(point.from, i18n.locale)} ${shortDate(point.from, i18n.locale)}`
  return unit === 'week' ? dateSpan(point.from, point.to, i18n.locale) : monthAndYear(point.from, i18n.locale)
}

/** "22 Oct – 20 Nov 2026 · 133 of 153 times · 2 points more than before" */
export function quietLine({ range, totals, change }: Statistics): string {
  const times = ofWords(totals.habits.done, totals.habits.due)
  const points = change?.success_points ?? null
  return [
    dateSpan(range.from, range.to, i18n.locale),
    plural(totals.habits.due, { one: `${times} time`, other: `${times} times` }),
    points === null ? '' : comparedWords(points),
  ]
    .filter(Boolean)
    .join(' · ')
}

function comparedWords(points: number): string {
  const size = Math.round(Math.abs(points))
  if (size === 0) return t`as before`
  return points > 0
    ? plural(size, { one: '# point more than before', other: '# points more than before' })
    : plural(size, { one: '# point less than before', other: '# points less than before' })
}

/** What became of the number of tasks: "3 more than were done". */
export function balanceWords({ created, done }: { created: number; done: number }): string {
  const size = number(Math.abs(created - done))
  if (created === done) return t`as many as were done`
  return created > done ? t`${size} more than were done` : t`${size} fewer than were done`
}
