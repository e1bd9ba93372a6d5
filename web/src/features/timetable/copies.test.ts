import { describe, expect, it } from 'vitest'
import type { SessionCreate } from '@/api'
import { madeSession } from '@/lib/timetable'
import { copiesOf } from './copies'

const session = (subject: string, more: Partial<SessionCreate> = {}) =>
  madeSession(
    { routineId: 'r', sessionId: subject },
    { subject, weekday: 'mon', starts: '09:15', ...more },
    75,
  )
const day = (weekday: 'mon' | 'tue', week: number | null = null) => ({ weekday, week })
const told = (copies: ReturnType<typeof copiesOf>) =>
  copies.map(({ body }) => `${body.weekday} ${body.week ?? 'every'} ${body.subject}`)

describe('a day copied onto another', () => {
  const monday = [session('Latin'), session('Greek', { week: 2 }), session('Art', { weekday: 'wed' })]

  it('takes each session along in its own week', () => {
    expect(told(copiesOf(monday, day('mon'), day('tue')))).toEqual(['tue every Latin', 'tue 2 Greek'])
  })

  it('takes those of one week and of every week into the week it goes to', () => {
    expect(told(copiesOf(monday, day('mon', 1), day('tue', 2)))).toEqual(['tue 2 Latin'])
    expect(told(copiesOf(monday, day('mon', 2), day('tue', 1)))).toEqual(['tue 1 Latin', 'tue 1 Greek'])
  })

  it('copies nothing twice', () => {
    const there = session('Latin', { weekday: 'tue' })
    expect(told(copiesOf([...monday, there], day('mon'), day('tue')))).toEqual(['tue 2 Greek'])
    // What is there in every week is there in each.
    expect(told(copiesOf([...monday, there], day('mon', 1), day('tue', 1)))).toEqual([])
  })

  it('takes a cancelled series along, and no single dates', () => {
    const cancelled = { ...session('Latin'), is_cancelled: true, reason: 'Ill' }
    expect(copiesOf([cancelled], day('mon'), day('tue'))).toMatchObject([{ cancelled: 'Ill' }])
    expect(copiesOf(monday, day('mon'), day('tue'))[0]).toMatchObject({ cancelled: null })
  })
})
