/** What stands on the grid: a week on its dates or the pattern of one week, as days and blocks in the same words. */
import type { OccurrenceRead, RoutineRead, RoutineWeek, SessionRead, WarningRead, Weekday } from '@/api'
import { DAY_MINUTES, minutesOf } from '@/lib/wall-time'
import { endOf, type Piece, type Place } from './geometry'

export interface GridDay {
  weekday: Weekday
  /** Null in the pattern. */
  date: string | null
  isHidden: boolean
  isToday: boolean
  inForce: boolean
  /** The name of a holiday, perhaps empty; null on other days. */
  holiday: string | null
}

/** A session where it stands: `day` is its column. */
export interface Block extends Place {
  key: string
  sessionId: string
  /** The date that the pattern had it on; null in the pattern. */
  plannedOn: string | null
  kind: SessionRead['kind']
  subject: string
  location: string
  color: string | null
  theme_id: string | null
  state: OccurrenceRead['state']
  /** What cancels it, where it is cancelled. */
  scope: 'date' | 'range' | 'series' | 'holiday' | null
  reason: string
  movedTo: string | null
  isDone: boolean
  warnings: readonly WarningRead[]
  /** The server has not heard of it yet. */
  isWaiting: boolean
}

/** Cancelled or gone elsewhere: it stands there, and nothing takes place. */
export const takesPlace = ({ state }: Block): boolean => state === 'planned' || state === 'moved_here'

type Waiting = ReadonlySet<string>

export function daysOfPattern(week: readonly Weekday[], hidden: readonly Weekday[]): GridDay[] {
  return week.map((weekday) => ({
    weekday,
    date: null,
    isHidden: hidden.includes(weekday),
    isToday: false,
    inForce: true,
    holiday: null,
  }))
}

export const daysOfWeek = ({ days }: RoutineWeek): GridDay[] =>
  days.map(({ date, weekday, is_hidden, is_today, in_force, holiday }) => ({
    weekday,
    date,
    isHidden: is_hidden,
    isToday: is_today,
    inForce: in_force,
    holiday,
  }))

/** Whether a session is planned in a week of the rotation. */
export const isInWeek = (session: Pick<SessionRead, 'week'>, week: number): boolean =>
  session.week === null || session.week === week

export function blocksOfPattern(
  { sessions }: RoutineRead,
  week: number,
  days: readonly GridDay[],
  waiting: Waiting,
): Block[] {
  return sessions
    .filter((session) => isInWeek(session, week))
    .map((session) => ({
      ...session,
      key: session.id,
      sessionId: session.id,
      plannedOn: null,
      day: days.findIndex(({ weekday }) => weekday === session.weekday),
      starts: minutesOf(session.starts),
      state: session.is_cancelled ? 'cancelled' : 'planned',
      scope: session.is_cancelled ? 'series' : null,
      movedTo: null,
      isDone: false,
      isWaiting: waiting.has(session.id),
    }))
}

export function blocksOfWeek(
  { occurrences }: RoutineWeek,
  days: readonly GridDay[],
  waiting: Waiting,
): Block[] {
  return occurrences.map((each) => ({
    ...each,
    // What went elsewhere in the week stands on two of its days.
    key: `${each.session_id} ${each.planned_on}${each.state === 'moved_away' ? ' away' : ''}`,
    sessionId: each.session_id,
    plannedOn: each.planned_on,
    day: days.findIndex(({ date }) => date === each.on),
    starts: minutesOf(each.starts),
    scope: each.cancellation?.scope ?? null,
    reason: each.cancellation?.reason ?? '',
    movedTo: each.moved_to,
    isDone: each.is_done,
    isWaiting: waiting.has(each.session_id),
  }))
}

/** Blocks of the columns that are drawn, each in its column among these. */
export function blocksOn(
  blocks: readonly Block[],
  days: readonly GridDay[],
  shown: readonly GridDay[],
): Block[] {
  const column = new Map(shown.map((day, index) => [days.indexOf(day), index]))
  return blocks.flatMap((block) => {
    const day = column.get(block.day)
    return day === undefined ? [] : [{ ...block, day }]
  })
}

/** What goes on past midnight from a day that is not drawn, among it the last day of the week before. */
export function carriedOver(
  { blocks, previous }: { blocks: readonly Block[]; previous: readonly Block[] },
  days: readonly GridDay[],
  shown: readonly GridDay[],
): Piece<Block>[] {
  const columnOf = (day: number) => shown.indexOf(days[day] as GridDay)
  const last = days.length - 1
  const before = previous.filter(({ day }) => day === last).map((block) => ({ block, day: 0 }))
  const unseen = blocks
    .filter(({ day }) => day >= 0 && day < last && columnOf(day) === -1)
    .map((block) => ({ block, day: block.day + 1 }))
  return [...before, ...unseen].flatMap(({ block, day }) => {
    const ends = endOf(block) - DAY_MINUTES
    const column = columnOf(day)
    return ends > 0 && column >= 0
      ? [{ block, day: column, starts: 0, ends, isContinued: true, goesOn: false }]
      : []
  })
}
