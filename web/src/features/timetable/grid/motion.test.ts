import { describe, expect, it } from 'vitest'
import type { Place } from './geometry'
import { metAt, neighbourOf, placeAfter } from './motion'

const bounds = { days: 5, edges: [490], top: 480 }
const lesson: Place = { day: 1, starts: 495, minutes: 75 }
const press = (key: string, more: object = {}) => ({ key, shiftKey: false, altKey: false, ...more })

describe('a session that was picked up', () => {
  it('moves by a quarter of an hour, an hour and a day', () => {
    expect(placeAfter(lesson, press('ArrowUp'), bounds)?.starts).toBe(480)
    expect(placeAfter(lesson, press('PageDown'), bounds)?.starts).toBe(555)
    expect(placeAfter(lesson, press('ArrowRight'), bounds)).toEqual({ ...lesson, day: 2 })
  })

  it('reaches hours that are not drawn', () => {
    expect(placeAfter({ ...lesson, starts: 480 }, press('ArrowUp'), bounds)?.starts).toBe(465)
    expect(placeAfter({ ...lesson, starts: 0 }, press('ArrowUp'), bounds)?.starts).toBe(0)
  })

  it('is stretched at its end with Shift and at its start with Alt', () => {
    expect(placeAfter(lesson, press('ArrowDown', { shiftKey: true }), bounds)?.minutes).toBe(90)
    expect(placeAfter(lesson, press('ArrowUp', { altKey: true }), bounds)).toEqual({
      day: 1,
      starts: 480,
      minutes: 90,
    })
    expect(placeAfter(lesson, press('ArrowRight', { shiftKey: true }), bounds)).toEqual(lesson)
  })

  it('takes no other key', () => {
    expect(placeAfter(lesson, press('a'), bounds)).toBeUndefined()
  })
})

describe('the focus', () => {
  const seat = (key: string, day: number, starts: number) => ({ key, day, starts, minutes: 60 })
  const seats = [
    seat('a', 0, 480),
    seat('b', 0, 600),
    seat('c', 2, 540),
    seat('d', 2, 660),
    seat('e', 2, 600),
  ]
  const go = (from: string, key: string) =>
    neighbourOf(seats, seats.find((each) => each.key === from) as (typeof seats)[number], key)?.key

  it('goes up and down a day by time', () => {
    expect(go('a', 'ArrowDown')).toBe('b')
    expect(go('c', 'ArrowDown')).toBe('e')
    expect(go('b', 'ArrowDown')).toBeUndefined()
    expect(go('e', 'Home')).toBe('c')
    expect(go('c', 'End')).toBe('d')
  })

  it('goes to the nearest of the next day that has any', () => {
    expect(go('b', 'ArrowRight')).toBe('e')
    expect(go('d', 'ArrowLeft')).toBe('b')
    expect(go('d', 'ArrowRight')).toBeUndefined()
  })
})

it('tells the breaks and sessions that a place would meet', () => {
  const other = { key: 'x', day: 1, starts: 560, minutes: 60 }
  const lunch = { starts: 600, ends: 660 }
  expect(metAt(lesson, [lunch], [other, { ...other, day: 2 }])).toEqual({ breaks: [], sessions: [other] })
  expect(metAt({ ...lesson, minutes: 120 }, [lunch], [])).toEqual({ breaks: [lunch], sessions: [] })
})
