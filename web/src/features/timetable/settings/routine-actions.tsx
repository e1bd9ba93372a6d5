/** At the head of a timetable: which one is shown. */
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import type { RoutineRead, RoutineSummary } from '@/api'
import { Select } from '@/ui'

export interface ActionsProps {
  routine: RoutineRead
  routines: readonly RoutineSummary[]
}

export function RoutineActions({ routine, routines }: ActionsProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  if (routines.length < 2) return null
  return (
    <Select
      aria-label={t`Timetable`}
      value={routine.id}
      onChange={(event) =>
        void navigate({ to: '/timetable/$routineId', params: { routineId: event.target.value } })
      }
      className="max-w-56"
    >
      {routines.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  )
}
