/** How the open tasks stand on the page: overdue, today, what comes day by day, and what has no date. */
import type { TaskGroup, TaskRead } from '@/api'
import { addDays } from '@/lib/dates'

export interface Section {
  key: string
  list: TaskGroup
  /** The day that its rows share, where they share one. */
  day?: string
  /** The month (`YYYY-MM`) that its rows share, by date, where days would be too many. */
  month?: string
  tasks: TaskRead[]
}

const OPEN_LISTS: readonly TaskGroup[] = ['overdue', 'today', 'upcoming', 'someday']

/** What lies within this many days has a heading for each day; what lies beyond, one for each month. */
const NEAR_DAYS = 7

const dayOf = (task: TaskRead) => task.due?.slice(0, 10) ?? ''

/** The open tasks in sections, in the order given within each; one list alone when it is named. */
export function inSections(
  tasks: readonly TaskRead[],
  today: string,
  { only, byDay }: { only?: TaskGroup | undefined; byDay: boolean },
): Section[] {
  const lists = only ? [only] : OPEN_LISTS
  return lists.flatMap((list) => {
    const own = tasks.filter((task) => task.list === list)
    if (own.length === 0) return []
    return list === 'upcoming' && byDay ? upcoming(own, today) : [{ key: list, list, tasks: own }]
  })
}

function upcoming(tasks: readonly TaskRead[], today: string): Section[] {
  const far = addDays(today, NEAR_DAYS)
  const keyOf = (task: TaskRead) => (dayOf(task) < far ? dayOf(task) : dayOf(task).slice(0, 7))
  // The near days come before the months; as text, a month would come before its own days.
  const keys = [...new Set(tasks.map(keyOf))].sort((a, b) => b.length - a.length || a.localeCompare(b))
  return keys.map((key) => {
    const own = tasks.filter((task) => keyOf(task) === key)
    const section = { key: `upcoming-${key}`, list: 'upcoming' as const }
    if (key.length > 7) return { ...section, day: key, tasks: own }
    return { ...section, month: key, tasks: own.sort((a, b) => dayOf(a).localeCompare(dayOf(b))) }
  })
}

/** What was done, by the day it was done on, the latest first. */
export function byDayDone(tasks: readonly TaskRead[]): Section[] {
  const days = [...new Set(tasks.map((task) => task.completed_on ?? ''))].sort().reverse()
  return days.map((day) => ({
    key: `done-${day}`,
    list: 'done',
    ...(day && { day }),
    tasks: tasks.filter((task) => (task.completed_on ?? '') === day),
  }))
}
