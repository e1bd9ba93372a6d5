import { describe, expect, it } from 'vitest'
import { madeSession } from '@/lib/timetable'
import { freePlace } from './free-place'
import type { Block, GridDay } from './grid/blocks'
import { cancelling, dateMove, moveBack, restoring, seriesMove } from './moves'

const latin = madeSession(
  { routineId: 'r', sessionId: 's' },
  { subject: 'Latin', weekday: 'tue', starts: '09:15' },
  75,
)
const day = (weekday: GridDay['weekday'], date: string | null = null): GridDay => ({
  weekday,
  date,
  isHidden: false,
  isToday: false,
  inForce: true,
  holiday: null,
})

describe('a move', () => {
  it('of every week says only what has changed', () => {
    expect(seriesMove(latin, { day: 1, starts: 555, minutes: 90 }, day('tue'))).toEqual({ minutes: 90 })
    expect(seriesMove(latin, { day: 3, starts: 600, minutes: 75 }, day('thu'))).toEqual({
      weekday: 'thu',
      starts: '10:00',
    })
  })

  it('of one date is taken back by moving it back, or to where it was moved before', () => {
    const first = dateMove(latin, '2026-11-17', { day: 3, starts: 600, minutes: 75 }, '2026-11-19')
    expect(first.write).toMatchObject({ kind: 'move', body: { on: '2026-11-19', starts: '10:00' } })
    expect(first.back).toEqual({ kind: 'move-back', date: '2026-11-17' })
    const move = { planned_on: '2026-11-17', on: '2026-11-19', starts: '10:00', minutes: 75, location: 'Lab' }
    const again = dateMove(
      { ...latin, moves: [move] },
      '2026-11-17',
      { day: 4, starts: 600, minutes: 75 },
      '2026-11-20',
    )
    expect(again.write).toMatchObject({ body: { on: '2026-11-20', location: 'Lab' } })
    expect(again.back).toMatchObject({ kind: 'move', body: { on: '2026-11-19', starts: '10:00' } })
  })

  it('to where it was planned is none', () => {
    const home = dateMove(latin, '2026-11-17', { day: 1, starts: 555, minutes: 75 }, '2026-11-17')
    expect(home.write).toEqual(moveBack(latin, '2026-11-17').write)
  })
})

describe('a cancellation', () => {
  const block = { state: 'cancelled', scope: 'range', reason: 'Trip', plannedOn: '2026-11-17' } as Block

  it('is taken back by its own end', () => {
    expect(cancelling('2026-11-17', 'Ill')).toEqual({
      write: { kind: 'cancel', date: '2026-11-17', until: undefined, reason: 'Ill' },
      back: { kind: 'uncancel', date: '2026-11-17', until: undefined },
    })
    expect(cancelling(null).write).toEqual({ kind: 'cancel-series', reason: '' })
  })

  it('of days lets the one date out of it', () => {
    expect(restoring(block)?.write).toMatchObject({ kind: 'uncancel', date: '2026-11-17' })
  })

  it('by a holiday is not the session’s to take back', () => {
    expect(restoring({ ...block, scope: 'holiday' })).toBeUndefined()
  })
})

describe('a session without a place', () => {
  const slot = (starts: string, ends: string) => ({ starts, ends, kind: 'slot' as const })
  const routine = {
    slots: [slot('08:00', '09:15'), slot('09:15', '10:30')],
    session_minutes: 75,
    day_starts: '08:00',
  }
  const taken = (column: number, starts: number, minutes: number) =>
    ({ day: column, starts, minutes }) as Block

  it('goes to the first free slot from today on', () => {
    const shown = [day('mon'), { ...day('tue'), isToday: true }]
    expect(freePlace({ shown, blocks: [taken(1, 480, 80)] }, routine)).toEqual({
      day: 0,
      starts: 480,
      minutes: 75,
    })
    expect(freePlace({ shown, blocks: [taken(1, 480, 75)] }, routine)).toEqual({
      day: 1,
      starts: 555,
      minutes: 75,
    })
  })

  it('goes after the last where no slot is free', () => {
    expect(freePlace({ shown: [day('mon')], blocks: [taken(0, 480, 150)] }, routine)).toEqual({
      day: 0,
      starts: 630,
      minutes: 75,
    })
  })
})
