/** Making, ending and taking back pauses. */
import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { createPause, deletePause, type PauseCreate, type PauseList, type PauseRead } from '@/api'
import { listPausesQueryKey } from '@/api/@tanstack/react-query.gen'
import { refreshHabits } from '@/lib/check-ins'
import { showProblem } from '@/lib/show-problem'
import { showToast } from '@/ui'
import { addDays } from './calendar'

const make = (body: PauseCreate) => createPause({ body, throwOnError: true })
const drop = (pause: PauseRead) => deletePause({ path: { pause_id: pause.id }, throwOnError: true })
const copy = ({ id: _id, ...rest }: PauseRead): PauseCreate => rest

/** The shorter pause is made before the longer one goes: cut off in between, the days stay paused. */
async function cutShort(pause: PauseRead, today: string) {
  if (pause.starts_on < today) await make({ ...copy(pause), ends_on: addDays(today, -1) })
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
    mutationFn: (pause: PauseRead) => make(copy(pause)),
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
