/** How a day's rows are grouped on the page: by urgency, then by time of day. */
import { type Entry, isHabit } from './entries'

export const SECTIONS = ['overdue', 'morning', 'later', 'any', 'wait'] as const
export type Section = (typeof SECTIONS)[number]

const NOON = '12:00'

export function sectionOf({
  urgency,
  at,
  starts,
}: Pick<Entry, 'urgency' | 'at'> & { starts?: number }): Section {
  if (urgency === 'overdue') return 'overdue'
  if (urgency === 'can_wait') return 'wait'
  if (at === null) return 'any'
  // What begins after midnight still belongs to the evening, what runs on from there to the morning.
  return (starts === undefined ? at < NOON : starts < 720) ? 'morning' : 'later'
}

/**
 * The rows of each section in the server's order. `places` remembers where a habit stood first, so that what is ticked
 * settles in its place instead of jumping to another section. A task leaves its section only when it is put off, a
 * session never.
 */
export function inSections(
  entries: readonly Entry[],
  places: ReadonlyMap<string, Section>,
): { section: Section; entries: Entry[] }[] {
  const placeOf = (entry: Entry) => (isHabit(entry) ? places.get(entry.id) : undefined) ?? sectionOf(entry)
  return SECTIONS.map((section) => ({
    section,
    entries: entries.filter((entry) => placeOf(entry) === section),
  })).filter(({ entries: rows }) => rows.length > 0)
}
