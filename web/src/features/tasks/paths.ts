/** Ways between the list and what opens over it. The list stays as it is filtered, and the focus with what opened. */

/** One task over the list. */
export const toTask = (id: string) =>
  ({ to: '/tasks/$id', params: { id }, search: true, state: { keepsFocus: true } }) as const

export const NEW = 'new'

/** A new one over the list. */
export const toNewTask = toTask(NEW)

/** Back to the list. */
export const toList = { to: '/tasks', search: true, state: { keepsFocus: true } } as const
