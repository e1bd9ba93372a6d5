/** Making, ending and taking back pauses. */
import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { createPause, deletePause, type PauseCreate, type PauseList, type PauseRead } from '@/api'
import { listPausesQueryKey } from '@/api/@tanstack/react-query.gen'
import { refreshHabits } from '@/lib/check-ins'
import { addDays } from '@/lib/dates'
import { Problem } from '@/lib/problem'
import { showProblem } from '@/lib/show-problem'
import { showToast } from '@/ui'

const make = (body: PauseCreate) => createPause({ body, throwOnError: true })
const drop = (pause: PauseRead) => deletePause({ path: { pause_id: pause.id }, throwOnError: true })

/** The same pause again, as far as it goes: a theme that is gone meanwhile gives way to the habits it had. */
async function remake(pause: PauseRead, change: Partial<PauseCreate> = {}): Promise<void> {
  const { id: _id, habit_ids, theme_id, ...rest } = pause
  const body: PauseCreate = { ...rest, ...change }
  if (!theme_id) return void (await make(body))
  try {
    await make({ ...body, theme_id })
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422) throw error
    for (const habit_id of habit_ids) await make({ ...body, habit_id })
  }
}

/** The shorter pause is made before the longer one goes: cut off in between, the days stay paused. */
async function cutShort(pause: PauseRead, today: string) {
  if (pause.starts_on < today) await remake(pause, { ends_on: addDays(today, -1) })
  await drop(pause)
}

export function usePauseActions() {
  const { t } = useLingui()
  const client = useQueryClient()
  const settled = { onSettled: () => refreshHabits(client) }
  const hide = (pause: PauseRead) =>
    client.setQueryData<PauseList>(
      listPausesQueryKey(),
      (list) => list && { ...list, data: list.data.filter((row) => row.id !== pause.id) },
    )
  const add = useMutation({ mutationFn: make, ...settled })
  const again = useMutation({
    mutationFn: (pause: PauseRead) => remake(pause),
    onError: showProblem,
    ...settled,
  })
  const remove = useMutation({ mutationFn: drop, onMutate: hide, onError: showProblem, ...settled })
  const end = useMutation({
    mutationFn: ({ pause, today }: { pause: PauseRead; today: string }) => cutShort(pause, today),
    onMutate: ({ pause }) => hide(pause),
    onError: showProblem,
    ...settled,
  })
  return {
    add,
    remove: (pause: PauseRead) =>
      void remove.mutateAsync(pause).then(
        () => showToast(t`The pause was deleted`, { undo: () => again.mutate(pause) }),
        () => undefined,
      ),
    end: (pause: PauseRead, today: string) =>
      void end.mutateAsync({ pause, today }).then(
        () => showToast(t`The pause has ended`),
        () => undefined,
      ),
  }
}
