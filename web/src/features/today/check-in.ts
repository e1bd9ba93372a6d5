/**
 * What a check-in makes of a row until the server has answered, and which write takes it back. Rules, streaks and
 * periods stay the server's: this is only what is painted at once, and again from what waits in the outbox.
 */
import type { CheckInWrite, EntryState, HabitEntry, Today } from '@/api'
import type { Op } from '@/lib/outbox'
import { changeRows, isHabit } from './entries'

/** A body to PUT, or null to DELETE. */
export type Write = CheckInWrite | null

/** The state that this write will most likely lead to. */
function stateAfter(entry: HabitEntry, write: Write, isPast: boolean): EntryState {
  if (write === null) return isPast ? 'missed' : 'open'
  if (write.status !== 'done') return write.status
  const { target, target_kind, target_per } = entry
  const amount = write.amount ?? null
  if (entry.habit_kind !== 'measure' || amount === null || target === null || target_per === 'period')
    return 'done'
  if (target_kind === 'at_most') return amount <= target ? 'done' : 'missed'
  if (amount >= target) return 'done'
  return isPast ? 'missed' : 'open'
}

export function entryAfter(entry: HabitEntry, write: Write, isPast: boolean): HabitEntry {
  return {
    ...entry,
    state: stateAfter(entry, write, isPast),
    amount: write?.amount ?? null,
    note: write?.note ?? '',
  }
}

/** The day with one habit written. */
export const dayAfter = (day: Today, habitId: string, write: Write): Today =>
  changeRows(day, (entry) =>
    entry.id === habitId && isHabit(entry) ? entryAfter(entry, write, day.date < day.today) : entry,
  )

const CHECK_IN_URL = /^\/api\/v1\/habits\/([0-9a-f-]{36})\/check-ins\/(\d{4}-\d{2}-\d{2})$/

export interface Target {
  habitId: string
  date: string
}

/** The habit and date that a waiting write is about; undefined when it is about something else. */
export function targetOf(op: Pick<Op, 'url'>): Target | undefined {
  const found = CHECK_IN_URL.exec(op.url)
  return found?.[1] && found[2] ? { habitId: found[1], date: found[2] } : undefined
}

export const writeOfOp = (op: Pick<Op, 'method' | 'body'>): Write =>
  op.method === 'DELETE' ? null : (op.body as CheckInWrite)

/** The write that brings a row back to what it shows now. */
export function writeOf(entry: HabitEntry, isPast: boolean): Write {
  const { state, amount, note } = entry
  const isBlank = amount === null && note === ''
  if (state === 'done') return { status: 'done', amount, note }
  if (state === 'skipped') return { status: 'skipped', amount, note }
  // A day that is over counts as missed without a word having been said.
  if (state === 'missed' && !(isPast && isBlank)) return { status: 'missed', amount, note }
  return isBlank ? null : { status: 'done', amount, note }
}
