/** When the person's next day begins. */
import { offsetMinutes } from '../days'

const DAY_MS = 86_400_000

/**
 * Milliseconds until the person's next day begins, `dayStart` minutes after midnight. Only for waking up to ask the
 * server which day it is: on the days when clocks change it may be an hour off.
 */
export function untilNextDay(instant: number, timeZone: string, dayStart: number): number {
  const wall = instant + offsetMinutes(instant, timeZone) * 60_000
  const sinceStart = (wall - dayStart * 60_000) % DAY_MS
  return DAY_MS - sinceStart
}
