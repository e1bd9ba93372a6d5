/** Times and weeks of a timetable in words, wherever sessions are told. */
import { i18n } from '@lingui/core'
import { t } from '@lingui/core/macro'
import { clockTime } from './dates'
import { wallTime } from './wall-time'

export const clock = (minutes: number): string => clockTime(wallTime(minutes), i18n.locale)

/** "10:15–11:30", for showing. */
export const timeSpan = ({ starts, minutes }: { starts: number; minutes: number }): string =>
  `${clock(starts)}–${clock(starts + minutes)}`

/** Weeks of a rotation are called A to F. */
export const weekLetter = (week: number): string => String.fromCharCode(64 + week)

export function weekName(week: number): string {
  const letter = weekLetter(week)
  return t`Week ${letter}`
}
