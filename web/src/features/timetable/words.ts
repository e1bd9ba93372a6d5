/** The timetable in words: places, weeks of the rotation, what sessions meet. Shown, and told aloud. */
import { i18n } from '@lingui/core'
import { plural, t } from '@lingui/core/macro'
import type { WarningRead } from '@/api'
import { clockTime, shortDate } from '@/lib/dates'
import { listInWords, weekdayName } from '@/lib/schedule-words'
import { clock } from '@/lib/timetable-words'
import { wallTime } from '@/lib/wall-time'
import type { Block, GridDay } from './grid/blocks'
import { endOf, type Place, type Stretch } from './grid/geometry'

export { clock, timeSpan, weekLetter, weekName } from '@/lib/timetable-words'

/** "Tuesday", or "Tuesday, 24 Nov". */
export function dayWords({ weekday, date }: Pick<GridDay, 'weekday' | 'date'>): string {
  const name = weekdayName(weekday)
  return date ? `${name}, ${shortDate(date, i18n.locale)}` : name
}

/** "Tuesday 10:15 to 11:30", read aloud. */
export function placeWords(place: Place, days: readonly GridDay[]): string {
  const day = days[place.day]
  const [from, to] = [clock(place.starts), clock(endOf(place))]
  return day ? t`${dayWords(day)}, ${from} to ${to}` : t`${from} to ${to}`
}

/** "1 h 15 min", "45 min". */
export function lengthWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return t`${rest} min`
  return rest === 0 ? t`${hours} h` : t`${hours} h ${rest} min`
}

/** "meets the break at 13:00", "overlaps Physics". */
export function warningWords(warning: WarningRead): string {
  const subject = warning.session?.subject ?? ''
  switch (warning.code) {
    case 'outside_day':
      return t`outside the hours of the day`
    case 'past_midnight':
      return t`goes on past midnight`
    case 'in_break':
      return breakWords(warning.break?.starts ?? warning.starts)
    case 'hidden_day':
      return t`on a day that is hidden`
    case 'no_date':
      return t`has no date`
    case 'overlaps':
      return t`overlaps ${subject}`
    case 'same_place':
      return t`at the same place as ${subject}`
  }
}

function breakWords(starts: string): string {
  const time = clockTime(starts, i18n.locale)
  return t`meets the break at ${time}`
}

/** Each thing that is met once. */
export const warningsInWords = (warnings: readonly WarningRead[]): string[] => [
  ...new Set(warnings.map(warningWords)),
]

/** What a place meets while it is moved: ", meets the break at 13:00, overlaps Physics". */
export function metWords(met: { breaks: readonly Stretch[]; sessions: readonly Block[] }): string {
  const parts = [
    ...met.breaks.map(({ starts }) => breakWords(wallTime(starts))),
    ...(met.sessions.length > 0
      ? [t`overlaps ${listInWords(met.sessions.map(({ subject }) => subject))}`]
      : []),
  ]
  return parts.length > 0 ? `, ${parts.join(', ')}` : ''
}

/** What is not plain from where a block stands. */
export function stateWords({ state, scope, reason, movedTo, isDone }: Block): string {
  if (state === 'moved_away' && movedTo) {
    const day = shortDate(movedTo, i18n.locale)
    return t`moved to ${day}`
  }
  if (state === 'cancelled') {
    const word = scope === 'holiday' ? t`holiday` : t`cancelled`
    return reason ? `${word}: ${reason}` : word
  }
  if (state === 'moved_here') return t`moved here`
  return isDone ? t`done` : ''
}

/** The name of a block, read aloud. */
export function blockName(block: Block, days: readonly GridDay[]): string {
  const words = [
    block.subject,
    placeWords(block, days),
    block.location,
    stateWords(block),
    ...warningsInWords(block.warnings),
    block.isWaiting ? t`waiting to be sent` : '',
  ]
  return words.filter(Boolean).join(', ')
}

export const sessionsInWords = (count: number): string =>
  plural(count, { one: '# session', other: '# sessions' })
