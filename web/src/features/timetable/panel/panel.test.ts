import { beforeAll, describe, expect, it } from 'vitest'
import type { RoutineRead, SessionRead } from '@/api'
import { activateLocale } from '@/lib/i18n'
import { backOf, cancellingOf, nextDate } from './cancel-model'
import { exceptionsOf } from './exceptions'
import { checks } from './form-checks'
import {
  bodyOf,
  endAfter,
  endsNextDay,
  formOf,
  minutesBetween,
  newSession,
  type SessionForm,
  updateOf,
} from './form-model'
import { filledBy, knownSubject, subjectsOf } from './subjects'

const session = (more: Partial<SessionRead> = {}): SessionRead => ({
  id: 'a',
  routine_id: 'r',
  kind: 'class',
  weekday: 'tue',
  week: null,
  starts: '10:00',
  minutes: 90,
  ends: '11:30',
  subject: 'Physics',
  location: 'Room 12',
  note: '',
  color: '#6D4667',
  theme_id: null,
  is_cancelled: false,
  reason: '',
  cancellations: [],
  moves: [],
  warnings: [],
  updated_at: '2026-11-20T10:00:00Z',
  ...more,
})

const errorsOf = async (form: SessionForm) =>
  Object.fromEntries(
    Object.entries((await checks(form, undefined, {} as never)).errors).map(([field, error]) => [
      field,
      (error as { message?: string }).message,
    ]),
  )

beforeAll(() => activateLocale('en'))

describe('a session in fields', () => {
  it('is written and read back, and only what was changed is sent', () => {
    const before = formOf(session())
    expect(bodyOf(before)).toEqual({
      kind: 'class',
      subject: 'Physics',
      weekday: 'tue',
      week: null,
      starts: '10:00',
      minutes: 90,
      location: 'Room 12',
      note: '',
      color: '#6D4667',
      theme_id: null,
    })
    expect(updateOf({ ...before, week: '2', color: '' }, before)).toEqual({ week: 2, color: null })
  })

  it('begins as long as sessions of its timetable are', () => {
    const form = newSession({ weekday: 'mon', starts: '08:00' }, 75)
    expect(form).toMatchObject({ minutes: '75', ends: '09:15', week: '' })
  })

  it('has an end and a length that follow each other, past midnight too', () => {
    expect([endAfter('22:00', 480), endAfter('22:00', Number.NaN), endAfter('', 60)]).toEqual([
      '06:00',
      '',
      '',
    ])
    expect([minutesBetween('22:00', '06:00'), minutesBetween('10:00', '10:00')]).toEqual(['480', '1440'])
    expect(endsNextDay({ starts: '22:00', minutes: '120' })).toBe(false)
    expect(endsNextDay({ starts: '22:00', minutes: '121' })).toBe(true)
  })

  it('is told what is wrong with it in words', async () => {
    const form = { ...formOf(session()), subject: ' ', minutes: '0', starts: '' }
    expect(await errorsOf(form)).toEqual({
      subject: 'Say what it is',
      minutes: 'At least 1',
      starts: 'Write a time of day',
    })
    expect(await errorsOf({ ...formOf(session()), minutes: '1441' })).toEqual({ minutes: 'At most 1440' })
  })
})

describe('a subject that was used before', () => {
  const older = session({ id: 'b', subject: 'physics', location: 'Old', updated_at: '2026-01-01T00:00:00Z' })
  const known = subjectsOf([{ sessions: [session(), older] } as RoutineRead])

  it('is known once, as it was written last, whatever its capitals', () => {
    expect(known.map(({ subject, location }) => [subject, location])).toEqual([['Physics', 'Room 12']])
    expect(knownSubject(known, ' PHYSICS ')?.location).toBe('Room 12')
  })

  it('fills in what nobody has touched', () => {
    const [physics] = known
    expect(physics && filledBy(physics, { location: true })).toEqual([
      ['color', '#6D4667'],
      ['theme_id', ''],
    ])
  })
})

describe('cancelling', () => {
  it('is a write with the one that takes it back', () => {
    const form = { extent: 'range', on: '2026-12-01', until: '2026-12-05', reason: ' ill ' } as const
    const write = cancellingOf(form)
    expect(write).toEqual({ kind: 'cancel', date: '2026-12-01', until: '2026-12-05', reason: 'ill' })
    expect(backOf(write)).toEqual({ kind: 'uncancel', date: '2026-12-01', until: '2026-12-05' })
    expect(cancellingOf({ ...form, extent: 'date' })).toEqual({
      kind: 'cancel',
      date: '2026-12-01',
      reason: 'ill',
    })
    expect(backOf(cancellingOf({ ...form, extent: 'series' }))).toEqual({ kind: 'restore-series' })
  })

  it('begins with the next date, in the week of the rotation that the session is in', () => {
    const routine = { rotation_weeks: 2, this_week: 1, starts_on: '2026-11-16' }
    const friday = '2026-11-20'
    expect(nextDate(session({ weekday: 'fri' }), routine, friday, 'mon')).toBe('2026-11-20')
    expect(nextDate(session({ week: 2 }), routine, friday, 'mon')).toBe('2026-11-24')
    expect(nextDate(session({ week: 1 }), routine, friday, 'mon')).toBe('2026-12-01')
    expect(nextDate(session({ weekday: 'sun', week: 2 }), routine, friday, 'sun')).toBe('2026-11-22')
    expect(nextDate(session(), { ...routine, starts_on: '2027-01-01' }, friday, 'mon')).toBe('2027-01-05')
  })
})

describe('what is cancelled and moved', () => {
  const off = session({
    cancellations: [
      { scope: 'date', first_on: '2026-11-10', last_on: '2026-11-10', reason: 'over' },
      { scope: 'range', first_on: '2026-12-05', last_on: '2026-12-18', reason: 'Away' },
      { scope: 'series', first_on: null, last_on: null, reason: '' },
    ],
    moves: [{ planned_on: '2026-12-01', on: '2026-12-02', starts: '08:00', minutes: 90, location: null }],
  })

  it('is listed from today on, all dates first, each with what takes it back', () => {
    const found = exceptionsOf(off, '2026-11-20')
    expect(found.map(({ title }) => title)).toEqual([
      'Every date is cancelled',
      expect.stringMatching(
        /^Tue, 1 Dec 2026 is on Wed, 2 Dec 2026$|^Tue, Dec 1, 2026 is on Wed, Dec 2, 2026$/,
      ),
      expect.stringMatching(/^Cancelled .*Dec/),
    ])
    expect(found.map(({ back }) => back)).toEqual([
      { kind: 'restore-series' },
      { kind: 'move-back', date: '2026-12-01' },
      { kind: 'uncancel', date: '2026-12-05', until: '2026-12-18' },
    ])
  })
})
