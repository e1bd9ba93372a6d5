/** What can be done to a habit as a whole: put away, bring back, delete, order. Shown at once, with undo. */
import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { archiveHabit, deleteHabit, type HabitList, type HabitRead, orderHabits, restoreHabit } from '@/api'
import { refreshHabits } from '@/lib/check-ins'
import { showProblem } from '@/lib/show-problem'
import { showToast } from '@/ui'

const isList = ({ queryKey }: { queryKey: readonly unknown[] }) =>
  (queryKey[0] as { _id?: string } | undefined)?._id === 'listHabits'

/** Changes every cached list at once and reads again afterwards, whatever the answer was. */
function useListChange<V>(
  send: (value: V) => Promise<unknown>,
  change: (rows: HabitRead[], value: V) => HabitRead[],
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: send,
    onMutate: async (value: V) => {
      await client.cancelQueries({ predicate: isList })
      client.setQueriesData<HabitList>(
        { predicate: isList },
        (list) => list && { ...list, data: change(list.data, value) },
      )
    },
    onError: showProblem,
    onSettled: () => refreshHabits(client),
  })
}

const path = (habit: HabitRead) => ({ path: { habit_id: habit.id }, throwOnError: true as const })
const without = (rows: HabitRead[], habit: HabitRead) => rows.filter((row) => row.id !== habit.id)

export function useHabitActions() {
  const { t } = useLingui()
  const back = useListChange((habit: HabitRead) => restoreHabit(path(habit)), without)
  const away = useListChange((habit: HabitRead) => archiveHabit(path(habit)), without)
  const gone = useListChange((habit: HabitRead) => deleteHabit(path(habit)), without)
  const again = useListChange(
    (habit: HabitRead) => restoreHabit(path(habit)),
    (rows) => rows,
  )
  /** Told whether or not the row is still on the screen; a refusal has been shown already. */
  const offerUndo = (sent: Promise<unknown>, message: string, undo: () => void) =>
    void sent.then(
      () => showToast(message, { undo }),
      () => undefined,
    )
  return {
    archive: (habit: HabitRead) =>
      offerUndo(away.mutateAsync(habit), t`${habit.name} is in the archive`, () => again.mutate(habit)),
    remove: (habit: HabitRead) =>
      offerUndo(gone.mutateAsync(habit), t`${habit.name} was deleted`, () => again.mutate(habit)),
    restore: (habit: HabitRead) =>
      offerUndo(back.mutateAsync(habit), t`${habit.name} is back`, () => away.mutate(habit)),
  }
}

const inOrder = (rows: HabitRead[], ids: readonly string[]) => {
  const place = new Map(ids.map((id, index) => [id, index]))
  return [...rows].sort((a, b) => (place.get(a.id) ?? rows.length) - (place.get(b.id) ?? rows.length))
}

/** Stores the manual order: the ids given come first, in this order. */
export const useOrder = () =>
  useListChange((ids: string[]) => orderHabits({ body: { ids }, throwOnError: true }), inOrder)
