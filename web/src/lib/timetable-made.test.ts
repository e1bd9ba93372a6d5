import { describe, expect, it } from 'vitest'
import type { Op } from './outbox'
import { routineWith } from './timetable'
import { daySlots, madeRoutine } from './timetable-made'

const grid = {
  day_starts: '08:00',
  day_ends: '17:00',
  session_minutes: 75,
  breaks: [{ starts: '13:00', minutes: 90 }],
}
const told = (slots: ReturnType<typeof daySlots>) =>
  slots.map(({ kind, starts, ends }) => `${kind} ${starts}-${ends}`)

describe('a day laid out', () => {
  it('has slots anew after each break', () => {
    expect(told(daySlots(grid))).toEqual([
      'slot 08:00-09:15',
      'slot 09:15-10:30',
      'slot 10:30-11:45',
      'slot 11:45-13:00',
      'break 13:00-14:30',
      'slot 14:30-15:45',
      'slot 15:45-17:00',
    ])
  })

  it('names what is left, joins breaks that touch, and takes in one of the day before', () => {
    const breaks = [
      { starts: '22:00', minutes: 240 },
      { starts: '03:00', minutes: 30 },
      { starts: '03:30', minutes: 0 },
      { starts: '03:30', minutes: 30 },
    ]
    const night = { day_starts: '00:00', day_ends: '05:10', session_minutes: 60, breaks }
    expect(told(daySlots(night))).toEqual([
      'break 00:00-02:00',
      'slot 02:00-03:00',
      'break 03:00-04:00',
      'slot 04:00-05:00',
      'rest 05:00-05:10',
    ])
  })

  it('ends at midnight, in slots of one minute too', () => {
    const all = daySlots({ day_starts: '00:00', day_ends: '00:00', session_minutes: 1, breaks: [] })
    expect(all).toHaveLength(1440)
    expect(all.at(-1)).toEqual({ kind: 'slot', starts: '23:59', ends: '00:00' })
  })
})

describe('a routine that was never sent', () => {
  const ID = '01a1fa6d-0000-74d5-b441-526aaeceb2e7'
  const url = `/api/v1/routines/${ID}`
  const op = (method: Op['method'], path: string, body?: unknown) => ({ method, url: path, body }) as Op
  const made = op('PUT', url, { name: 'Term', ...grid })

  it('is there with what was done to it since', () => {
    const session = op('PUT', `${url}/sessions/${ID.replace('0000', '1111')}`, {
      subject: 'Latin',
      weekday: 'tue',
      starts: '09:15',
    })
    const waiting = [made, session, op('PATCH', url, { session_minutes: 90 })]
    const routine = madeRoutine(ID, waiting)
    expect(routine && routineWith(routine, waiting)).toMatchObject({
      name: 'Term',
      slots: [{ ends: '09:30' }, {}, {}, {}, {}, {}, {}],
      sessions: [{ subject: 'Latin', ends: '10:30' }],
    })
  })

  it('is not there without its making', () => {
    expect(madeRoutine(ID, [op('PATCH', url, { name: 'Term' })])).toBeUndefined()
  })
})
