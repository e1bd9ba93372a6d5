/** The seven ways to come round again, in the words of someone who chooses one. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ScheduleKind } from '@/lib/forms/schedule-form'

export const kindWords: Record<ScheduleKind, MessageDescriptor> = {
  daily: msg`Every day`,
  weekly_days: msg`On certain weekdays`,
  monthly_day: msg`On a day of the month`,
  yearly_date: msg`Once a year`,
  interval_cycle: msg`In a cycle: some days on, some off`,
  times_per_period: msg`A number of times a week, month or year`,
  after_completion: msg`Again some days after it was done`,
}

export const scheduleKinds = Object.keys(kindWords) as ScheduleKind[]
