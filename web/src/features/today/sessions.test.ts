import { describe, expect, it } from 'vitest'
import type { SessionEntry, Today } from '@/api'
import { sectionOf } from './sections'
import { dayAfterSessions, sessionRowOf } from './session-write'

const ID = '01a1f8fd-7479-74ce-b6bb-22367f73fce7'
const ROUTINE = '01a1f8fd-7479-74ce-b6bb-22367f73fce8'
const URL = `/api/v1/routines/${ROUTINE}/sessions/${ID}`

const entry = (change: Partial<SessionEntry> = {}): SessionEntry => ({
  id: ID,
  title: 'Biology',
  kind: 'session',
  session_kind: 'task',
  at: '09:00',
  until: '10:00',
  starts: 540,
  minutes: 60,
  state: 'open',
  urgency: 'due',
  color: null,
  theme: null,
  actions: ['done', 'cancel'],
  routine: { id: ROUTINE, name: 'Spring term' },
  planned_on: '2026-11-20',
  on: '2026-11-20',
  location: '',
  note: '',
  cancelled_by: null,
  reason: '',
  moved_to: null,
  is_running_on: false,
  ...change,
})

const day = (...entries: SessionEntry[]): Today => ({
  date: '2026-11-20',
  today: '2026-11-20',
  timezone: 'Europe/Berlin',
  entries,
  progress: { done: 0, total: 1 },
  quote: null,
})

const put = (part: string, body?: unknown) => ({ method: 'PUT', url: `${URL}/${part}`, body }) as const
const remove = (part: string) => ({ method: 'DELETE', url: `${URL}/${part}` }) as const
const written = (page: Today, ...writes: Parameters<typeof dayAfterSessions>[1]) =>
  dayAfterSessions(page, writes)

describe('what is done to a session', () => {
  it('ticks a task and takes the tick back', () => {
    const ticked = written(day(entry()), put('ticks/2026-11-20'))
    expect(ticked.entries[0]).toMatchObject({ state: 'done', actions: ['undo', 'cancel'] })
    expect(ticked.progress).toEqual({ done: 1, total: 1 })
    expect(written(ticked, remove('ticks/2026-11-20'))).toEqual(day(entry()))
  })

  it('cancels with a reason and restores', () => {
    const cancelled = written(day(entry()), put('cancellations/2026-11-20', { reason: 'ill' }))
    expect(cancelled.entries[0]).toMatchObject({ state: 'cancelled', cancelled_by: 'date', reason: 'ill' })
    expect(cancelled.progress).toEqual({ done: 0, total: 0 })
    expect(written(cancelled, remove('cancellations/2026-11-20'))).toEqual(day(entry()))
    const series = written(day(entry()), put('cancellation', { reason: '' }))
    expect(series.entries[0]).toMatchObject({ cancelled_by: 'series' })
  })

  it('counts no class, and nothing that runs on from the day before', () => {
    for (const change of [{ session_kind: 'class' as const }, { is_running_on: true }]) {
      const page = { ...day(entry(change)), progress: { done: 0, total: 0 } }
      expect(written(page, put('cancellations/2026-11-20', { reason: '' })).progress).toEqual(page.progress)
      expect(written(page, put('ticks/2026-11-20')).progress).toEqual(page.progress)
    }
  })

  it('leaves other dates and what was moved away alone', () => {
    const page = day(
      entry({ planned_on: '2026-11-21' }),
      entry({ moved_to: '2026-11-23', state: 'cancelled' }),
    )
    expect(written(page, put('ticks/2026-11-20'))).toEqual(page)
    const habit = { method: 'PUT', url: `/api/v1/habits/${ID}/check-ins/2026-11-20` } as const
    expect(sessionRowOf(habit)).toBeUndefined()
    expect(written(page, habit)).toEqual(page)
  })
})

describe('sections', () => {
  it.each([
    [-120, '22:00', 'morning'],
    [719, '11:59', 'morning'],
    [720, '12:00', 'later'],
    [1500, '01:00', 'later'],
  ])('what starts at minute %d stands in its part of the day', (starts, at, section) =>
    expect(sectionOf(entry({ starts, at }))).toBe(section),
  )
})
