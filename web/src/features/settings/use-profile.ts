/** Changing the account: shown at once, with undo, and back as it was when the server refuses. */
import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type UserRead, type UserUpdate, updateMe } from '@/api'
import { readMeQueryKey } from '@/api/@tanstack/react-query.gen'
import { refreshHabits } from '@/lib/check-ins'
import { fieldErrors, problemMessage } from '@/lib/problem'
import { showToast } from '@/ui'

/** The fields of a change as they were before it. */
const before = (me: UserRead, change: UserUpdate): UserUpdate =>
  Object.fromEntries(Object.keys(change).map((field) => [field, me[field as keyof UserRead]]))

export function useProfile(me: UserRead) {
  const { t } = useLingui()
  const client = useQueryClient()
  const show = (change: Partial<UserRead>) =>
    client.setQueryData<UserRead>(readMeQueryKey(), (known) => known && { ...known, ...change })
  const { mutate, error } = useMutation({
    mutationFn: (change: UserUpdate) => updateMe({ body: change, throwOnError: true }),
    onMutate: (change) => {
      // A name is in its field already, and stays there when it is refused.
      const { full_name: _typed, ...chosen } = change
      show(chosen as Partial<UserRead>)
      return { all: before(me, change), shown: before(me, chosen) }
    },
    onSuccess: ({ data }, _change, old) => {
      show(data)
      // What a day is depends on zone, week and day start.
      void refreshHabits(client)
      void showToast(t`Saved`, { id: 'profile', undo: () => mutate(old.all) })
    },
    onError: (refused, _change, old) => {
      if (old) show(old.shown as Partial<UserRead>)
      if (Object.keys(fieldErrors(refused)).length === 0)
        void showToast(problemMessage(refused), { tone: 'bad', stays: true })
    },
  })
  return { change: mutate, errors: fieldErrors(error) }
}
