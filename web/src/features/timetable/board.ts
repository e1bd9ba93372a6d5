/** What the page shows of a routine: the days, what stands on them, and what is out of sight. */
import { useMemo } from 'react'
import type { RoutineRead, RoutineWeek, Weekday } from '@/api'
import { weekFrom } from '@/lib/schedule-words'
import { useMe } from '@/lib/session'
import {
  type Block,
  blocksOfPattern,
  blocksOfWeek,
  blocksOn,
  carriedOver,
  daysOfPattern,
  daysOfWeek,
  type GridDay,
} from './grid/blocks'
import type { Piece } from './grid/geometry'

export interface Board {
  /** All seven. */
  days: readonly GridDay[]
  /** The days that the grid may draw. */
  seen: readonly GridDay[]
  /** The columns. */
  shown: readonly GridDay[]
  blocks: readonly Block[]
  carried: readonly Piece<Block>[]
  /** Days that the grid hides although something is on them. */
  hidden: readonly { day: GridDay; count: number }[]
  nextOf: (day: number) => number | undefined
  /** How much is on a day. */
  countOf: (day: GridDay) => number
}

export interface BoardProps {
  routine: RoutineRead
  pending: ReadonlySet<string>
  /** The week on its dates; without it the pattern of `rotationWeek`. */
  week: RoutineWeek | undefined
  previous: RoutineWeek | undefined
  rotationWeek: number
  showsHidden: boolean
  /** The only day that is drawn, if it may be drawn; else the first that may. */
  only: Weekday | undefined
}

export function useBoard(props: BoardProps): { board: Board; only: Weekday | undefined } {
  const { routine, pending, week, previous, rotationWeek, showsHidden, only } = props
  const weekStart = useMe()?.week_start ?? 'mon'
  const standing = useMemo(
    () =>
      week
        ? onDates(week, previous, pending)
        : inPattern(routine, rotationWeek, weekFrom(weekStart), pending),
    [routine, pending, week, previous, rotationWeek, weekStart],
  )
  const board = useMemo(() => boardOf(standing, showsHidden, only), [standing, showsHidden, only])
  return { board, only: only && board.shown[0]?.weekday }
}

/** All that stands on all days. */
interface Standing {
  days: readonly GridDay[]
  blocks: readonly Block[]
  /** On the same days of the week before. */
  previous: readonly Block[]
}

function onDates(
  week: RoutineWeek,
  previous: RoutineWeek | undefined,
  pending: ReadonlySet<string>,
): Standing {
  const days = daysOfWeek(week)
  const earlier = previous ? blocksOfWeek(previous, daysOfWeek(previous), pending) : []
  return { days, blocks: blocksOfWeek(week, days, pending), previous: earlier }
}

function inPattern(
  routine: RoutineRead,
  rotationWeek: number,
  week: readonly Weekday[],
  pending: ReadonlySet<string>,
): Standing {
  const days = daysOfPattern(week, routine.hidden_days)
  const before = rotationWeek > 1 ? rotationWeek - 1 : routine.rotation_weeks
  return {
    days,
    blocks: blocksOfPattern(routine, rotationWeek, days, pending),
    previous: blocksOfPattern(routine, before, days, pending),
  }
}

function boardOf(standing: Standing, showsHidden: boolean, only: Weekday | undefined): Board {
  const { days, blocks } = standing
  const seen = days.filter((day) => showsHidden || !day.isHidden)
  const single = seen.find(({ weekday }) => weekday === only) ?? seen[0]
  const shown = only && single ? [single] : seen
  const countOf = (day: GridDay) => blocks.filter((block) => block.day === days.indexOf(day)).length
  const counted = days.map((day) => ({ day, count: countOf(day) }))
  return {
    days,
    seen,
    shown,
    countOf,
    blocks: blocksOn(blocks, days, shown),
    carried: carriedOver(standing, days, shown),
    hidden: counted.filter(({ day, count }) => day.isHidden && count > 0),
    nextOf: (column) => {
      const next = shown.indexOf(days[days.indexOf(shown[column] as GridDay) + 1] as GridDay)
      return next === -1 ? undefined : next
    },
  }
}
