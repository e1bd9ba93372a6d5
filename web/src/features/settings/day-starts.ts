/** The times at which a day may begin: every half hour up to the server's latest, and the one in force. */
const LATEST_MINUTES = 720
const STEP_MINUTES = 30

export function dayStarts(current: number): number[] {
  const steps = Array.from({ length: LATEST_MINUTES / STEP_MINUTES + 1 }, (_, step) => step * STEP_MINUTES)
  return steps.includes(current) ? steps : [...steps, current].sort((a, b) => a - b)
}

/** Minutes after midnight as `HH:MM`. */
export const startTime = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
