/**
 * The phase of the moon on a date, computed. Elongation of the moon from the sun with the largest terms of
 * J. Meeus, Astronomical Algorithms (2nd ed.), chapters 25 and 47: better than 0.1° around the present, which is
 * about ten minutes of the moon's time. A day carries the name of a principal phase when its instant falls on it.
 */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

export type MoonPhase =
  | 'new'
  | 'waxing-crescent'
  | 'first-quarter'
  | 'waxing-gibbous'
  | 'full'
  | 'waning-gibbous'
  | 'last-quarter'
  | 'waning-crescent'

/** In the order of the elongation, by eighths: principal phases at even places. */
const PHASES: readonly MoonPhase[] = [
  'new',
  'waxing-crescent',
  'first-quarter',
  'waxing-gibbous',
  'full',
  'waning-gibbous',
  'last-quarter',
  'waning-crescent',
]

export const moonPhaseNames: Record<MoonPhase, MessageDescriptor> = {
  new: msg`new moon`,
  'waxing-crescent': msg`waxing crescent moon`,
  'first-quarter': msg`first quarter moon`,
  'waxing-gibbous': msg`waxing gibbous moon`,
  full: msg`full moon`,
  'waning-gibbous': msg`waning gibbous moon`,
  'last-quarter': msg`last quarter moon`,
  'waning-crescent': msg`waning crescent moon`,
}

const DAY_MS = 86_400_000
const J2000_MS = Date.UTC(2000, 0, 1, 12)
const sin = (degrees: number) => Math.sin((degrees * Math.PI) / 180)

/** Terms of the moon's longitude: degrees, and the multiples of D, M, M' and F (Meeus, table 47.A). */
const MOON: readonly (readonly [number, number, number, number, number])[] = [
  [6.288774, 0, 0, 1, 0],
  [1.274027, 2, 0, -1, 0],
  [0.658314, 2, 0, 0, 0],
  [0.213618, 0, 0, 2, 0],
  [-0.185116, 0, 1, 0, 0],
  [-0.114332, 0, 0, 0, 2],
  [0.058793, 2, 0, -2, 0],
  [0.057066, 2, -1, -1, 0],
  [0.053322, 2, 0, 1, 0],
  [0.045758, 2, -1, 0, 0],
  [-0.040923, 0, 1, -1, 0],
  [-0.03472, 1, 0, 0, 0],
  [-0.030383, 0, 1, 1, 0],
  [0.015327, 2, 0, 0, -2],
]

/** How far the moon stands east of the sun, in degrees from 0 (new) over 180 (full) to 360. */
export function elongation(instant: number): number {
  const t = (instant - J2000_MS) / DAY_MS / 36_525
  const d = 297.8501921 + 445267.1114034 * t
  const m = 357.5291092 + 35999.0502909 * t
  const mp = 134.9633964 + 477198.8675055 * t
  const f = 93.272095 + 483202.0175233 * t
  const terms = MOON.reduce(
    (sum, [size, ...k]) => sum + size * sin(k[0] * d + k[1] * m + k[2] * mp + k[3] * f),
    0,
  )
  const moon = 218.3164477 + 481267.88123421 * t + terms
  const centre = 1.914602 * sin(m) + 0.019993 * sin(2 * m)
  const sun = 280.46646 + 36000.76983 * t + centre
  return (((moon - sun) % 360) + 360) % 360
}

/**
 * The phase on a calendar date (`YYYY-MM-DD`). `offsetMinutes` is how far local time is ahead of UTC on that date
 * (60 for Berlin in winter), so that the day is the one lived by.
 */
export function moonPhase(date: string, offsetMinutes = 0): MoonPhase {
  const start = Date.parse(`${date}T00:00:00Z`) - offsetMinutes * 60_000
  const [from, to] = [elongation(start) / 90, elongation(start + DAY_MS) / 90]
  const passed = Math.floor(from) !== Math.floor(to)
  const place = passed ? 2 * Math.floor(to) : 2 * Math.floor(from) + 1
  return PHASES[place % 8] ?? 'new'
}
