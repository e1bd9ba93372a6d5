/** What can be done to whole timetables: put in order, copied, deleted, brought back. */
import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { duplicateRoutine, type RoutineList, type RoutineSummary } from '@/api'
import { newId } from '@/lib/ids'
import { enqueue } from '@/lib/outbox'
import { showProblem } from '@/lib/show-problem'
import { enqueueRoutine, refreshTimetable, removeRoutine } from '@/lib/timetable-ops'
import { showToast } from '@/ui'

type Named = Pick<RoutineSummary, 'id' | 'name'>

/** Deletes a timetable with its sessions; undo brings everything back. */
export function useRemoveRoutine(): (routine: Named) => void {
  const { t } = useLingui()
  const navigate = useNavigate()
  const away = async ({ id, name }: Named) => {
    const restore = await removeRoutine(id, { gone: t`${name}: deleted`, back: t`${name} is back` })
    const undo = () =>
      void restore()
        .then(() => navigate({ to: '/timetable/$routineId', params: { routineId: id } }))
        .catch(showProblem)
    await navigate({ to: '/timetable' })
    await showToast(t`${name} was deleted`, { undo })
  }
  return (routine) => void away(routine).catch(showProblem)
}

/** Adds a copy, and opens it. */
export function useDuplicateRoutine() {
  const { t } = useLingui()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async ({ id, name }: Named) => {
      const body = { id: newId(), name: t`${name} (copy)`.slice(0, LONGEST) }
      return (await duplicateRoutine({ path: { routine_id: id }, body, throwOnError: true })).data
    },
    onSuccess: ({ id, name }) => {
      void refreshTimetable(client)
      const undo = () => void enqueueRoutine(id, { kind: 'delete' }, t`${name}: deleted`).catch(showProblem)
      void showToast(t`${name} was added`, { undo })
      void navigate({ to: '/timetable/$routineId', params: { routineId: id }, search: { view: 'pattern' } })
    },
    onError: showProblem,
  })
}

/** As long as a name may be. */
const LONGEST = 80

/** Keeps the order until the server has it. */
export function useOrderRoutines(): (ids: string[]) => void {
  const { t } = useLingui()
  const client = useQueryClient()
  return (ids) => {
    const place = new Map(ids.map((id, index) => [id, index]))
    client.setQueriesData<RoutineList>(
      { queryKey: [{ _id: 'listRoutines' }] },
      (list) =>
        list && {
          ...list,
          data: list.data.toSorted(
            (a, b) => (place.get(a.id) ?? ids.length) - (place.get(b.id) ?? ids.length),
          ),
        },
    )
    const label = t`Timetables in another order`
    void enqueue({
      lane: 'routines/',
      method: 'PUT',
      url: '/api/v1/routines/order',
      body: { ids },
      label,
    }).catch(showProblem)
  }
}
