/** Where points and their names stand in a drawing of a trend: x in shares of its width, y of its height. */
import { i18n } from '@lingui/core'
import type { Trend, Weekday } from '@/api'
import { monthShort } from '@/lib/date-spans'
import { shortDate, weekdayShort } from '@/lib/dates'
import { weekdayOf } from '@/lib/schedule-words'

/** Natural size of a drawing, which is then stretched. */
export const WIDTH = 1000
export const HEIGHT = 100

/** Points stand in the middle of bands of equal width, so that lines and bars share their places. */
export const middleOf = (index: number, count: number): number => (index + 0.5) / count

/** The band below a place that is given as a share of the width. */
export const bandAt = (share: number, count: number): number =>
  Math.min(count - 1, Math.max(0, Math.floor(share * count)))

type Shares = readonly (number | null)[]

const isLonely = (shares: Shares, index: number) =>
  (shares[index - 1] ?? null) === null && (shares[index + 1] ?? null) === null

const placeOf = (share: number, index: number, count: number) =>
  `${(middleOf(index, count) * WIDTH).toFixed(1)} ${((1 - share) * HEIGHT).toFixed(1)}`

/** One line through shares from 0 to 1, broken where there is none. */
export function linePath(shares: Shares): string {
  return shares
    .map((share, index) => {
      if (share === null || isLonely(shares, index)) return ''
      const goesOn = (shares[index - 1] ?? null) !== null
      return `${goesOn ? 'L' : 'M'}${placeOf(share, index, shares.length)}`
    })
    .join('')
}

/** Points that no line reaches, as lines too short to be seen but for their round ends. */
export function dotPath(shares: Shares): string {
  return shares
    .map((share, index) =>
      share !== null && isLonely(shares, index) ? `M${placeOf(share, index, shares.length)}h.01` : '',
    )
    .join('')
}

/** Where the scale of rates begins: at a half, when none is lower, so that what happens above it can be seen. */
export const lowestOf = (rates: Shares): number =>
  rates.every((rate) => rate === null || rate >= 0.5) ? 0.5 : 0

export interface Tick {
  index: number
  label: string
}

const MOST_DAYS_BY_NAME = 10
const MOST_MONTHS_BY_NAME = 14
const MOST_TICKS = 7

/** Which points are named below a trend: weekdays, the beginnings of weeks, months or years. */
export function ticksOf({ unit, points }: Trend, weekStart: Weekday): Tick[] {
  const name = { day: dayTick, week: monthTick, month: yearTick }[unit]
  const ticks = points.flatMap(({ from }, index) => {
    const label = name(from, points[index - 1]?.from, points.length, weekStart)
    return label ? [{ index, label }] : []
  })
  const step = Math.ceil(ticks.length / MOST_TICKS)
  return ticks.filter((_, index) => index % step === 0)
}

function dayTick(date: string, _before: string | undefined, count: number, weekStart: Weekday) {
  if (count <= MOST_DAYS_BY_NAME) return weekdayShort(date, i18n.locale)
  return weekdayOf(date) === weekStart ? shortDate(date, i18n.locale) : ''
}

function monthTick(date: string, before: string | undefined) {
  const isNew = before !== undefined && before.slice(0, 7) !== date.slice(0, 7)
  return isNew ? monthShort(date, i18n.locale) : ''
}

function yearTick(date: string, before: string | undefined, count: number) {
  if (count <= MOST_MONTHS_BY_NAME) return monthShort(date, i18n.locale)
  return before !== undefined && before.slice(0, 4) !== date.slice(0, 4) ? date.slice(0, 4) : ''
}
