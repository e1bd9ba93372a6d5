import { describe, expect, it } from 'vitest'
import { endMinutesOf, minutesOf, wallTime } from '@/lib/wall-time'
import {
  drawn,
  endMovedBy,
  movedBy,
  type Place,
  piecesOf,
  shownHours,
  slotAt,
  snapped,
  startMovedBy,
} from './geometry'
import { lanesOf } from './lanes'

const bounds = { days: 5, edges: [], top: 480 }
const lesson: Place = { day: 1, starts: 600, minutes: 75 }

describe('times of the clock', () => {
  it('are minutes after midnight and back', () => {
    expect(minutesOf('10:15')).toBe(615)
    expect(wallTime(615)).toBe('10:15')
  })

  it('end a day at midnight', () => {
    expect(endMinutesOf('00:00')).toBe(1440)
    expect(wallTime(1440)).toBe('00:00')
    expect(wallTime(1530)).toBe('01:30')
  })
})

describe('snapping', () => {
  it('goes to the nearest quarter of an hour', () => {
    expect([601, 607, 608, 615].map((minute) => snapped(minute))).toEqual([600, 600, 615, 615])
  })

  it('prefers the edge of a slot nearby', () => {
    expect(snapped(531, [470, 525, 570])).toBe(525)
    expect(snapped(538, [470, 527, 570])).toBe(540)
  })
})

describe('moving', () => {
  it('takes a session to another day and time, and keeps its length', () => {
    expect(movedBy(lesson, { days: 2, minutes: 31 }, bounds)).toEqual({ day: 3, starts: 630, minutes: 75 })
  })

  it('leaves a session at an odd time where it is, if it goes to another day only', () => {
    expect(movedBy({ ...lesson, starts: 607 }, { days: 1, minutes: 0 }, bounds).starts).toBe(607)
  })

  it('stays on the grid', () => {
    expect(movedBy(lesson, { days: -4, minutes: -1000 }, bounds)).toEqual({
      day: 0,
      starts: 480,
      minutes: 75,
    })
    expect(movedBy(lesson, { days: 9, minutes: 2000 }, bounds)).toEqual({ day: 4, starts: 1425, minutes: 75 })
  })

  it('moves either edge and keeps the other', () => {
    expect(startMovedBy(lesson, -30, bounds)).toEqual({ day: 1, starts: 570, minutes: 105 })
    expect(endMovedBy(lesson, 30, bounds)).toEqual({ day: 1, starts: 600, minutes: 105 })
  })

  it('never makes a session shorter than the snap, unless it was', () => {
    expect(startMovedBy(lesson, 300, bounds)).toEqual({ day: 1, starts: 660, minutes: 15 })
    expect(endMovedBy(lesson, -300, bounds).minutes).toBe(15)
    expect(endMovedBy({ ...lesson, minutes: 5 }, -300, bounds).minutes).toBe(5)
  })

  it('never makes a session longer than a day', () => {
    expect(endMovedBy(lesson, 5000, bounds).minutes).toBe(1440)
    expect(startMovedBy({ day: 0, starts: 600, minutes: 1440 }, -600, { ...bounds, top: 0 }).minutes).toBe(
      1440,
    )
  })
})

describe('drawing a new session', () => {
  it('goes down or up, and is a quarter of an hour at least', () => {
    expect(drawn(2, 602, 688, [])).toEqual({ day: 2, starts: 600, minutes: 90 })
    expect(drawn(2, 688, 602, [])).toEqual({ day: 2, starts: 600, minutes: 90 })
    expect(drawn(2, 600, 602, [])).toEqual({ day: 2, starts: 600, minutes: 15 })
  })

  it('fills the slot that is asked for', () => {
    const slots = [{ starts: 470, ends: 515 }]
    expect(slotAt(0, 500, slots, 75)).toEqual({ day: 0, starts: 470, minutes: 45 })
    expect(slotAt(0, 529, slots, 75)).toEqual({ day: 0, starts: 525, minutes: 75 })
  })
})

describe('past midnight', () => {
  const night = { day: 6, starts: 1320, minutes: 480 }

  it('goes on at the top of the next day', () => {
    expect(piecesOf([night], (day) => (day + 1) % 7).map(({ block: _, ...piece }) => piece)).toEqual([
      { day: 6, starts: 1320, ends: 1440, isContinued: false, goesOn: true },
      { day: 0, starts: 0, ends: 360, isContinued: true, goesOn: false },
    ])
  })

  it('only says that it goes on where no next day is drawn', () => {
    expect(piecesOf([night], () => undefined)).toHaveLength(1)
  })
})

it('draws the hours of the day, and whole hours more where something is', () => {
  const day = { starts: 470, ends: 1020 }
  expect(shownHours(day, [])).toEqual(day)
  expect(shownHours(day, [{ starts: 450, ends: 500 }])).toEqual({ starts: 420, ends: 1020 })
  expect(shownHours(day, [{ starts: 1000, ends: 1430 }])).toEqual({ starts: 470, ends: 1440 })
})

describe('lanes', () => {
  const lane = (index: number, of: number) => ({ index, of })

  it('share out a group that overlaps, and no more', () => {
    const blocks = [
      { starts: 600, ends: 660 },
      { starts: 480, ends: 600 },
      { starts: 540, ends: 570 },
    ]
    expect(lanesOf(blocks)).toEqual([lane(0, 1), lane(0, 2), lane(1, 2)])
  })

  it('use a lane again once it is free', () => {
    const blocks = [
      { starts: 480, ends: 540 },
      { starts: 480, ends: 600 },
      { starts: 570, ends: 630 },
    ]
    expect(lanesOf(blocks)).toEqual([lane(1, 2), lane(0, 2), lane(1, 2)])
  })
})
