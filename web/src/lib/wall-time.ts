/** Times of the clock on the wall, as the API writes them (`HH:MM`) and as they are counted: minutes after midnight. */

export const DAY_MINUTES = 1440

/** "10:15" → 615. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

/** The end of a day: "00:00" is midnight, which ends it. */
export const endMinutesOf = (time: string): number => minutesOf(time) || DAY_MINUTES

/** 615 → "10:15"; what lies after midnight is told by the clock of the next day. */
export function wallTime(minutes: number): string {
  const within = minutes % DAY_MINUTES
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`
}
