/** What the timetable reads, each with what waits in the outbox. Keys are the generated ones. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { RoutineRead } from '@/api'
import { listRoutinesOptions, readRoutineOptions, readWeekOptions } from '@/api/@tanstack/react-query.gen'
import { addDays } from '@/lib/dates'
import { useOutboxStatus } from '@/lib/outbox-status'
import { routinesWith, routineWith, sessionsWaiting } from '@/lib/timetable'
import { madeRoutine } from '@/lib/timetable-made'
import { weekWith } from '@/lib/timetable-weeks'

/** More than a person can have: one page holds them all. */
const ALL = { query: { limit: 200 } }

/** What a form of another window has written is read when this one is looked at again. */
const SEEN_ANEW = { refetchOnWindowFocus: 'always' } as const

/** All routines in their order. */
export function useRoutines() {
  const query = useQuery(listRoutinesOptions(ALL))
  const { waiting } = useOutboxStatus()
  const data = query.data?.data
  const routines = useMemo(() => data && routinesWith(data, waiting), [data, waiting])
  return { query, routines }
}

/** The server has not heard of it: what it is on which date is not known. */
export const isUnsent = ({ updated_at }: RoutineRead): boolean => updated_at === ''

/** One that was made here is there before the server has it. */
export function useRoutine(id: string) {
  const query = useQuery({ ...readRoutineOptions({ path: { routine_id: id } }), ...SEEN_ANEW })
  const { waiting } = useOutboxStatus()
  const routine = useMemo(() => {
    const read = query.data ?? madeRoutine(id, waiting)
    return read && routineWith(read, waiting)
  }, [query.data, id, waiting])
  const pending = useMemo(() => sessionsWaiting(waiting), [waiting])
  return { query, routine, pending }
}

const weekOptions = (id: string, date: string | undefined) =>
  readWeekOptions({ path: { routine_id: id }, ...(date && { query: { date } }) })

/** The week of a date, or this one; the weeks beside it are had at hand. */
export function useWeek(id: string, date: string | undefined, wanted: boolean) {
  const query = useQuery({
    ...weekOptions(id, date),
    enabled: wanted,
    placeholderData: keepPreviousData,
    ...SEEN_ANEW,
  })
  const { routine } = useRoutine(id)
  const { waiting } = useOutboxStatus()
  // Another routine's week is none of this one.
  const read = query.data?.routine_id === id ? query.data : undefined
  const week = useMemo(() => read && routine && weekWith(read, routine, waiting), [read, routine, waiting])
  useNeighbours(id, query.isPlaceholderData ? undefined : week?.first_on)
  const before = week && addDays(week.first_on, -7)
  const { data: previous } = useQuery({ ...weekOptions(id, before), enabled: false })
  return { query, week, previous: before ? previous : undefined }
}

function useNeighbours(id: string, firstOn: string | undefined): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!firstOn) return
    for (const days of [-7, 7]) void client.prefetchQuery(weekOptions(id, addDays(firstOn, days)))
  }, [client, id, firstOn])
}
