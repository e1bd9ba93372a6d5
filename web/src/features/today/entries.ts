/** What stands on a day, whichever area it comes from: told apart by kind, counted and changed by one rule. */
import type { BatchEntry, HabitEntry, SessionEntry, TaskEntry, Today } from '@/api'

export type Entry = Today['entries'][number]

export const isTask = (entry: Entry): entry is TaskEntry => entry.kind === 'task'
export const isHabit = (entry: Entry): entry is HabitEntry => entry.kind === 'habit'
export const isBatch = (entry: Entry): entry is BatchEntry => entry.kind === 'batch'
export const isSession = (entry: Entry): entry is SessionEntry => entry.kind === 'session'

const isCounted = ({ state, urgency }: Entry) =>
  state === 'done' || (state !== 'skipped' && state !== 'cancelled' && urgency !== 'can_wait')

/** A shelf is looked after all the time, a class is nothing to be done, and what began the day before counts there. */
const isAsked = (entry: Entry) =>
  !isBatch(entry) && (!isSession(entry) || (entry.session_kind === 'task' && !entry.is_running_on))

function progressOf(entries: readonly Entry[]) {
  const asked = entries.filter(isAsked)
  return {
    done: asked.filter(({ state }) => state === 'done').length,
    total: asked.filter(isCounted).length,
  }
}

/** The day with other rows; its progress moves by what they differ in. */
function withEntries(day: Today, entries: Entry[]): Today {
  const [before, after] = [progressOf(day.entries), progressOf(entries)]
  const done = day.progress.done + after.done - before.done
  const total = day.progress.total + after.total - before.total
  return { ...day, entries, progress: { done, total } }
}

/** The day with some of its rows changed, or gone where the change answers nothing. */
export const changeRows = (day: Today, change: (entry: Entry) => Entry | undefined): Today =>
  withEntries(
    day,
    day.entries.flatMap((entry) => change(entry) ?? []),
  )

/** The day with one row more, at its place or at the end; a row that is there already stays as it is. */
export const dayWithRow = (day: Today, entry: Entry, place = day.entries.length): Today =>
  day.entries.some(({ id }) => id === entry.id)
    ? day
    : withEntries(day, day.entries.toSpliced(place, 0, entry))

/** The whole day as a filter shows it: until the server has answered, and offline. */
export function dayOfTheme(day: Today, theme: string): Today {
  const entries = day.entries.filter((entry) => (entry.theme?.id ?? 'none') === theme)
  return { ...day, entries, progress: progressOf(entries) }
}
