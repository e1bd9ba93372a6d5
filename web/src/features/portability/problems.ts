/** The words for why a file is refused, and for what could not be taken over as it was. */
import type { MessageDescriptor } from '@lingui/core'
import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ImportNotice } from '@/api'
import { fieldErrors, nameProblems, problemMessage } from '@/lib/problem'

nameProblems({
  not_loop: msg`This is neither a file of Loop Habit Tracker (zip or db), nor an export of Almanac (json), nor a calendar (ics) or table (csv).`,
  not_calendar: msg`This is not a calendar file.`,
  missing_headings: msg`The first line of the table has to name its columns: subject, weekday, starts, and ends or minutes.`,
  not_almanac: msg`This is not an export of Almanac.`,
  truncated: msg`The end of this file is missing. Export or copy it again.`,
  damaged: msg`This file is damaged. Export it again.`,
  archive_too_large: msg`This zip unpacks to more than any export of Loop. It is not read.`,
  archive_encrypted: msg`This zip is locked with a password. Unlock it first.`,
  archive_unsupported: msg`This zip is packed in a way that Loop does not use. Use the file as Loop wrote it.`,
  unknown_schema_version: msg`This backup comes from a version of Loop that Almanac does not know. Try the CSV export instead.`,
  too_much_data: msg`This file holds more habits, tasks or entries than Almanac takes.`,
  ahead_of_today: msg`Something in this file was done on a day that has not begun for you yet. Bring it in tomorrow.`,
  file_too_large: msg`This file is larger than 20 MB.`,
  too_large: msg`This file is larger than 20 MB.`,
  too_many_habits: msg`You would have more than 500 habits. Delete some first.`,
  too_many_tasks: msg`There are as many open tasks as there can be. Finish or delete some first.`,
  too_many_themes: msg`These are as many themes as there can be. Delete one first.`,
  too_many_pauses: msg`There are 1000 pauses already. Delete some first.`,
  import_not_found: msg`This import is not known any more.`,
})

/** One sentence for a refused file: what is wrong with it, else what is wrong at all. */
export const refusalOf = (error: unknown): string => fieldErrors(error).file ?? problemMessage(error)

const notices: Record<string, MessageDescriptor> = {
  frequency_approximated: msg`Its frequency became the nearest schedule that Almanac has. Look whether it fits.`,
  outside_window: msg`Some entries lie outside the days of this habit and are left out. Give it an earlier start or a later end, then bring the file in again.`,
  unknown_zone: msg`A time zone in this file is not known to anybody. Its times are read as yours.`,
  cut_off: msg`The end of the file is missing.`,
  name_missing: msg`It has no name in the file.`,
  name_shortened: msg`Its name was too long and is cut.`,
  reminder_days: msg`Loop reminds on some weekdays; here it reminds on every day it is due.`,
  target_missing: msg`It has no target in the file; any amount counts.`,
  namesake: msg`You have a habit of this name; this one is added beside it.`,
}

/** A notice in the person's words; one that this version does not know is told as the server wrote it. */
export const noticeText = ({ code, detail }: ImportNotice): string => {
  const known = notices[code]
  return known ? i18n._(known) : detail
}
