/** What the address says is shown, and the ways to other weeks and views. */
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { RoutineRead } from '@/api'
import { isDate } from '@/lib/dates'
import type { TimetableSearch } from './page'
import { isUnsent } from './queries'
import type { View } from './toolbar'

export function useView(routine: RoutineRead, search: TimetableSearch) {
  const navigate = useNavigate()
  const view: View = search.view === 'pattern' || isUnsent(routine) ? 'pattern' : 'week'
  const beyond = Math.max(routine.rotation_weeks, ...routine.sessions.map(({ week }) => week ?? 1))
  const asked = search.week ?? routine.this_week
  const go = useMemo(
    () => (to: TimetableSearch) => {
      const params = { routineId: routine.id }
      // What opens over the grid keeps the focus itself.
      void navigate({ to: '/timetable/$routineId', params, search: to, resetScroll: false })
    },
    [navigate, routine.id],
  )
  return {
    view,
    date: isDate(search.date) ? search.date : undefined,
    /** Sessions may be in weeks that the rotation has lost. */
    weeks: beyond,
    rotationWeek: Number.isInteger(asked) && asked >= 1 && asked <= beyond ? asked : 1,
    go,
  }
}
