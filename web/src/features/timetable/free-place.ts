/** Where a new session goes that was asked for without a place: the first slot with nothing in it. */
import type { RoutineRead } from '@/api'
import { DAY_MINUTES, endMinutesOf, minutesOf } from '@/lib/wall-time'
import type { Block, GridDay } from './grid/blocks'
import { endOf, type Place } from './grid/geometry'
import { meets } from './grid/motion'

interface Shown {
  shown: readonly GridDay[]
  blocks: readonly Block[]
}

type Routine = Pick<RoutineRead, 'slots' | 'session_minutes' | 'day_starts'>

/** From today on, where today is shown. Without a free slot, after the last session of the first day. */
export function freePlace({ shown, blocks }: Shown, { slots, session_minutes, day_starts }: Routine): Place {
  const first = Math.max(
    0,
    shown.findIndex(({ isToday }) => isToday),
  )
  const order = [...shown.keys()].map((day) => (day + first) % shown.length)
  for (const day of order)
    for (const { starts, ends, kind } of slots) {
      const slot = { starts: minutesOf(starts), ends: endMinutesOf(ends) }
      const isTaken = blocks.some(
        (block) => block.day === day && meets(slot, { starts: block.starts, ends: endOf(block) }),
      )
      if (kind === 'slot' && !isTaken) return { day, starts: slot.starts, minutes: slot.ends - slot.starts }
    }
  const ends = blocks.filter(({ day }) => day === first).map(endOf)
  const starts = Math.min(DAY_MINUTES - session_minutes, Math.max(minutesOf(day_starts), ...ends))
  return { day: first, starts: Math.max(0, starts), minutes: session_minutes }
}
