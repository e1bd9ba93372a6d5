/** Why an entry of a calendar or a table becomes no session, in words. */
import type { MessageDescriptor } from '@lingui/core'
import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ImportedSession, LeftOut } from '@/api'

const reasons: Record<LeftOut, MessageDescriptor> = {
  unreadable_date: msg`Its date cannot be read`,
  unreadable_rule: msg`How it comes again cannot be read`,
  too_many_dates: msg`It names more dates than are read`,
  cut_off: msg`The file ends in the middle of it`,
  sub_daily: msg`It comes again every hour or more often`,
  not_weekly: msg`It comes again by days, months or years that make no weeks`,
  interval_too_long: msg`It comes every seven weeks or more rarely`,
  unsupported_rule: msg`It comes again in a way that a timetable does not have`,
  all_day: msg`It lasts whole days`,
  no_length: msg`It has no length`,
  too_long: msg`It lasts longer than a day`,
  no_subject: msg`It has no name`,
  cancelled: msg`It is cancelled`,
  over: msg`It is over`,
  no_date: msg`It has no date`,
  single_date: msg`It comes only once, or too irregularly for a week`,
  repeated: msg`The file holds it twice`,
  rotation: msg`Its weeks do not go into the rotation of the timetable`,
  outside_routine: msg`None of its dates lies in the days of the timetable`,
  too_many_sessions: msg`The timetable has no room for it`,
  bad_row: msg`This row cannot be read`,
}

/** What a cell of a table has to be, by its column. */
const cells: Record<string, MessageDescriptor> = {
  subject: msg`It needs a subject`,
  weekday: msg`The weekday has to be one, such as Monday or Mo`,
  starts: msg`The start has to be a time of day, such as 9:00`,
  ends: msg`The end has to be a time of day, such as 10:15, or the minutes be given`,
  minutes: msg`The minutes have to be 1 to 1440, and to agree with the end`,
  week: msg`The week has to be 1 to 6, or A to F`,
  kind: msg`The kind has to be class or task`,
  color: msg`The colour has to look like #5D6B2F`,
}

/** Of a row of a table what its wrong cell has to be; of a column that is not known, as the server wrote it. */
export function leftOutReason({ reason, field, detail }: ImportedSession): string {
  const cell = field ? cells[field] : undefined
  if (cell) return i18n._(cell)
  const words = reason ? i18n._(reasons[reason]) : ''
  return [words, [field, detail].filter(Boolean).join(': ')].filter(Boolean).join(' · ')
}
