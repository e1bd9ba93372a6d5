import { describe, expect, it } from 'vitest'
import type { OccurrenceRead, RoutineRead, RoutineWeek } from '@/api'
import type { Op } from './outbox'
import { madeSession, routineWith } from './timetable'
import { type SessionOp, sessionOpOf } from './timetable-ops'
import { weekAfter, weekWith } from './timetable-weeks'

const ROUTINE = '01a1fa6d-0000-74d5-b441-526aaeceb2e7'
const SESSION = '01a1fa6d-1111-74d5-b441-526aaeceb2e7'
const key = { routineId: ROUTINE, sessionId: SESSION }
const base = `/api/v1/routines/${ROUTINE}`
const url = `${base}/sessions/${SESSION}`
const op = (method: Op['method'], path: string, body?: unknown) => ({ method, url: path, body }) as Op

const session = madeSession(key, { subject: 'Latin', weekday: 'tue', starts: '09:15' }, 75)
const routine = { id: ROUTINE, session_minutes: 75, sessions: [session] } as unknown as RoutineRead
const dates = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20']
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const

const bare: RoutineWeek = {
  routine_id: ROUTINE,
  first_on: '2026-11-16',
  last_on: '2026-11-22',
  today: '2026-11-20',
  week: 1,
  days: dates.map((date, index) => ({
    date,
    weekday: weekdays[index] ?? 'mon',
    is_hidden: false,
    is_today: false,
    in_force: true,
    holiday: index === 4 ? 'Bridge day' : null,
  })),
  slots: [],
  hours: { starts: 480, ends: 1020 },
  occurrences: [],
}
const week = weekAfter(bare, { ...key, write: { kind: 'update', body: {} } }, session)
const seen = ({ occurrences }: RoutineWeek) =>
  occurrences.map(({ on, starts, state }: OccurrenceRead) => `${on} ${starts} ${state}`)
const weekOf = (write: SessionOp['write'], now = session) => seen(weekAfter(week, { ...key, write }, now))

describe('a write read back from the outbox', () => {
  it.each([
    ['PUT', url, { subject: 'Latin' }, { kind: 'save', body: { subject: 'Latin' } }],
    ['DELETE', url, undefined, { kind: 'delete' }],
    ['POST', `${url}/restore`, undefined, { kind: 'restore' }],
    ['PUT', `${url}/cancellation`, { reason: 'Ill' }, { kind: 'cancel-series', reason: 'Ill' }],
    [
      'PUT',
      `${url}/cancellations/2026-11-17`,
      { reason: '', until: '2026-11-20' },
      { kind: 'cancel', date: '2026-11-17', until: '2026-11-20', reason: '' },
    ],
    [
      'DELETE',
      `${url}/cancellations/2026-11-17?until=2026-11-20`,
      undefined,
      { kind: 'uncancel', date: '2026-11-17', until: '2026-11-20' },
    ],
    ['DELETE', `${url}/moves/2026-11-17`, undefined, { kind: 'move-back', date: '2026-11-17' }],
  ] as const)('%s %s', (method, path, body, write) => {
    expect(sessionOpOf(op(method, path, body))).toEqual({ ...key, write })
  })

  it('is of a routine where it is not of one of its sessions', () => {
    expect(
      sessionOpOf(op('POST', `${base}/sessions/bulk`, { ids: [SESSION], action: 'delete' })),
    ).toBeUndefined()
  })
})

describe('a routine with what waits', () => {
  it('has what was made and changed, and not what was deleted', () => {
    const other = SESSION.replace('1111', '2222')
    const waiting = [
      op('PUT', `${base}/sessions/${other}`, {
        subject: 'Greek',
        weekday: 'wed',
        starts: '10:30',
        minutes: 45,
      }),
      op('PATCH', `${base}/sessions/${other}`, { starts: '11:00' }),
      op('DELETE', url),
    ]
    expect(routineWith(routine, waiting).sessions).toMatchObject([
      { id: other, subject: 'Greek', starts: '11:00', minutes: 45, ends: '11:45' },
    ])
    expect(routineWith(routine, [...waiting, op('POST', `${url}/restore`)]).sessions).toHaveLength(2)
  })

  it('keeps what a change leaves out', () => {
    expect(routineWith(routine, [op('PATCH', url, { location: 'Room 4' })]).sessions[0]).toMatchObject({
      subject: 'Latin',
      location: 'Room 4',
    })
  })
})

describe('a week with what waits', () => {
  it('has the session where the pattern has it now', () => {
    expect(seen(week)).toEqual(['2026-11-17 09:15 planned'])
    const moved = { ...session, weekday: 'thu' as const, starts: '10:30' }
    expect(weekOf({ kind: 'update', body: { weekday: 'thu', starts: '10:30' } }, moved)).toEqual([
      '2026-11-19 10:30 planned',
    ])
    expect(weekOf({ kind: 'update', body: { week: 2 } }, { ...session, week: 2 })).toEqual([])
    expect(weekOf({ kind: 'update', body: { weekday: 'fri' } }, { ...session, weekday: 'fri' })).toEqual([
      '2026-11-20 09:15 planned',
    ])
  })

  it('shows a date that is moved on both of its days', () => {
    const body = { on: '2026-11-19', starts: '12:00' }
    expect(weekOf({ kind: 'move', date: '2026-11-17', body })).toEqual([
      '2026-11-17 09:15 moved_away',
      '2026-11-19 12:00 moved_here',
    ])
    const later = { on: '2026-12-01', starts: '12:00' }
    expect(weekOf({ kind: 'move', date: '2026-11-17', body: later })).toEqual(['2026-11-17 09:15 moved_away'])
  })

  it('cancels a date, days and all of them, and takes each back', () => {
    const waiting = (...ops: Op[]) => seen(weekWith(week, routine, ops))
    const date = op('PUT', `${url}/cancellations/2026-11-17`, { reason: 'Ill' })
    expect(waiting(date)).toEqual(['2026-11-17 09:15 cancelled'])
    expect(waiting(date, op('DELETE', `${url}/cancellations/2026-11-17`))).toEqual([
      '2026-11-17 09:15 planned',
    ])
    const days = op('PUT', `${url}/cancellations/2026-11-16`, { reason: '', until: '2026-11-18' })
    expect(waiting(days)).toEqual(['2026-11-17 09:15 cancelled'])
    const back = op('DELETE', `${url}/cancellations/2026-11-16?until=2026-11-18`)
    expect(waiting(days, back)).toEqual(['2026-11-17 09:15 planned'])
    const all = op('PUT', `${url}/cancellation`, { reason: '' })
    expect(waiting(all)).toEqual(['2026-11-17 09:15 cancelled'])
    expect(waiting(all, op('DELETE', `${url}/cancellation`))).toEqual(['2026-11-17 09:15 planned'])
  })
})
