import { describe, expect, it } from 'vitest'
import { elongation, moonPhase } from './moon'

/** Instants of new and full moon in UTC; most are those of eclipses, which are on record. */
const NEW = [
  '1999-08-11T11:08',
  '2000-01-06T18:14',
  '2017-08-21T18:30',
  '2019-07-02T19:16',
  '2024-01-11T11:57',
  '2024-04-08T18:21',
  '2025-03-29T10:58',
  '2025-09-21T19:54',
  '2026-02-17T12:01',
  '2026-08-12T17:37',
  '2027-08-02T10:05',
]
const FULL = [
  '2000-01-21T04:40',
  '2015-09-28T02:50',
  '2019-07-16T21:38',
  '2022-05-16T04:14',
  '2022-11-08T11:02',
  '2024-01-25T17:54',
  '2024-04-23T23:49',
  '2025-03-14T06:55',
  '2025-09-07T18:09',
  '2026-03-03T11:38',
  '2026-08-28T04:18',
]

const away = (degrees: number, from: number) => Math.abs(((degrees - from + 540) % 360) - 180)

describe('the moon', () => {
  it.each(NEW)('is new at %s', (instant) => {
    expect(away(elongation(Date.parse(`${instant}Z`)), 0)).toBeLessThan(0.15)
    expect(moonPhase(instant.slice(0, 10))).toBe('new')
  })

  it.each(FULL)('is full at %s', (instant) => {
    expect(away(elongation(Date.parse(`${instant}Z`)), 180)).toBeLessThan(0.15)
    expect(moonPhase(instant.slice(0, 10))).toBe('full')
  })

  it('passes all eight phases in order in one month', () => {
    const days = Array.from({ length: 30 }, (_, day) =>
      moonPhase(new Date(Date.UTC(2026, 7, 12 + day)).toISOString().slice(0, 10)),
    )
    const order = days.filter((phase, day) => phase !== days[day - 1])
    expect(order.slice(0, 8)).toEqual([
      'new',
      'waxing-crescent',
      'first-quarter',
      'waxing-gibbous',
      'full',
      'waning-gibbous',
      'last-quarter',
      'waning-crescent',
    ])
  })

  it('belongs to the local day: a full moon shortly before midnight UTC is tomorrow in Berlin', () => {
    expect(moonPhase('2024-04-24', 120)).toBe('full')
    expect(moonPhase('2024-04-23', 120)).toBe('waxing-gibbous')
  })
})
