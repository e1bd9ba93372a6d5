/** What the menu of a row offers. */
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import type { TaskRead } from '@/api'
import { addDays } from '@/lib/dates'
import type { MenuItem, MenuItems } from '@/ui'
import { type Place, useMoveItems } from '@/ui/move-items'
import type { TaskActions } from './actions'
import { toTask } from './paths'

interface MenuProps {
  task: TaskRead
  today: string
  actions: TaskActions
  place: Place | undefined
  onSelect: (id: string) => void
}

export function useTaskMenu({ task, today, actions, place, onSelect }: MenuProps): MenuItems {
  const { t } = useLingui()
  const navigate = useNavigate()
  const moves = useMoveItems(place)
  const day = task.due?.slice(0, 10) ?? null
  const dates: MenuItem[] = [
    { label: t`Due today`, icon: 'sun' as const, day: today },
    { label: t`Due tomorrow`, icon: 'next' as const, day: addDays(today, 1) },
    { label: t`No date`, icon: 'minus' as const, day: null },
  ]
    .filter((choice) => choice.day !== day)
    .map(({ day: to, ...item }) => ({ ...item, onSelect: () => actions.postpone(task, to) }))
  // What repeats has its dates from its schedule; without one it would not come again.
  const dated = task.schedule ? dates.filter(({ icon }) => icon !== 'minus') : dates
  return [
    { label: t`Open the task`, icon: 'edit', onSelect: () => void navigate(toTask(task.id)) },
    { label: t`Select`, icon: 'check', keys: 'X', onSelect: () => onSelect(task.id) },
    ...(task.status === 'open' ? [null, ...dated] : []),
    ...(moves.length ? [null, ...moves] : []),
    null,
    { label: t`Delete`, icon: 'trash', danger: true, onSelect: () => actions.remove(task) },
  ]
}
