/**
 * What a check-in makes of a row until the server has answered, and which write takes it back. Rules, streaks and
 * periods stay the server's: this is only what is painted at once, and again from what waits in the outbox.
 */
import type { CheckInWrite, EntryState, HabitEntry, Today } from '@/api'
import type { Op } from '@/lib/outbox'

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

const isCounted = (entry: HabitEntry) =>
  entry.state === 'done' ||
  (entry.state !== 'skipped' && entry.state !== 'cancelled' && entry.urgency !== 'can_wait')

/** The day with one habit written; its progress moves by what the row changed. */
export function dayAfter(day: Today, habitId: string, write: Write): Today {
  const before = day.entries.find(({ id }) => id === habitId)
  if (!before) return day
  const after = entryAfter(before, write, day.date < day.today)
  const moved = (test: (entry: HabitEntry) => boolean) => Number(test(after)) - Number(test(before))
  return {
    ...day,
    entries: day.entries.map((entry) => (entry === before ? after : entry)),
    progress: {
      done: day.progress.done + moved(({ state }) => state === 'done'),
      total: day.progress.total + moved(isCounted),
    },
  }
}

const CHECK_IN_URL = /^\/api\/v1\/habits\/([0-9a-f-]{36})\/check-ins\/(\d{4}-\d{2}-\d{2})$/

/** The day with one more open row; it counts from then on. */
export const dayWithRow = (day: Today, entry: HabitEntry): Today =>
  day.entries.some(({ id }) => id === entry.id)
    ? day
    : {
        ...day,
        entries: [...day.entries, entry],
        progress: { ...day.progress, total: day.progress.total + 1 },
      }

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

/** The day as it will be once everything that waits has been sent. */
export function dayWith(day: Today, waiting: readonly Op[]): Today {
  return waiting.reduce((shown, op) => {
    const target = targetOf(op)
    if (target?.date !== day.date) return shown
    return dayAfter(shown, target.habitId, writeOfOp(op))
  }, day)
}

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
