/** What a session meets, each in a sentence: where, with whom, from when. */
import { i18n } from '@lingui/core'
import { t } from '@lingui/core/macro'
import type { WarningRead } from '@/api'
import { mediumDate } from './dates'
import { weekdayName } from './schedule-words'
import { clock, timeSpan, weekName } from './timetable-words'
import { minutesOf } from './wall-time'

const spanOf = ({ starts, minutes }: { starts: string; minutes: number }) =>
  timeSpan({ starts: minutesOf(starts), minutes })

/** "Physics, Tuesday 10:00", "Physics, week A, Tuesday 10:00". */
function met({ session }: WarningRead): string {
  if (!session) return ''
  const { subject, weekday, week, starts } = session
  const at = `${weekdayName(weekday)} ${clock(minutesOf(starts))}`
  return [subject, week !== null && weekName(week), at].filter(Boolean).join(', ')
}

export function warningSentence(warning: WarningRead): string {
  switch (warning.code) {
    case 'outside_day':
      return t`Lies outside the day, ${spanOf(warning)}`
    case 'past_midnight':
      return t`Goes on past midnight, ${spanOf(warning)}`
    case 'in_break':
      return t`Meets the break ${spanOf(warning.break ?? warning)}`
    case 'hidden_day':
      return t`Is on a day that the grid hides; it stands there as a badge`
    case 'no_date':
      return t`Never comes: its week or its days have no date in this routine`
    case 'overlaps':
      return t`Overlaps ${met(warning)}`
    case 'same_place':
      return t`Is at the same place as ${met(warning)}`
  }
}

/** Since when two sessions meet, where that is not from now on. */
export function warningSince({ first_on: first }: WarningRead, today: string): string {
  if (!first || first <= today) return ''
  const day = mediumDate(first, i18n.locale)
  return t`first on ${day}`
}
