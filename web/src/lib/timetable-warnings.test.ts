import { beforeAll, describe, expect, it } from 'vitest'
import type { WarningRead } from '@/api'
import { activateLocale } from './i18n'
import { warningSentence, warningSince } from './timetable-warnings'

beforeAll(() => activateLocale('en'))

const warning = (more: Partial<WarningRead>): WarningRead => ({
  code: 'overlaps',
  starts: '13:00',
  minutes: 30,
  break: null,
  session: null,
  first_on: null,
  ...more,
})

const physics = {
  id: 'a',
  routine_id: 'r',
  subject: 'Physics',
  weekday: 'tue',
  week: null,
  starts: '10:00',
  minutes: 60,
} as const

describe('what a session meets', () => {
  it('is named with its hours, or with whom', () => {
    const pause = warning({ code: 'in_break', break: { starts: '13:00', minutes: 90 } })
    expect(warningSentence(pause)).toMatch(/^Meets the break .*–.*/)
    expect(warningSentence(warning({ session: physics }))).toMatch(/^Overlaps Physics, Tuesday 10:00/)
    const other = warning({ code: 'same_place', session: { ...physics, week: 2 } })
    expect(warningSentence(other)).toMatch(/^Is at the same place as Physics, Week B, Tuesday 10:00/)
  })

  it('says since when, where that is later than today', () => {
    expect(warningSince(warning({ first_on: '2026-11-20' }), '2026-11-20')).toBe('')
    expect(warningSince(warning({ first_on: '2027-01-04' }), '2026-11-20')).toMatch(/^first on .*2027/)
  })
})
