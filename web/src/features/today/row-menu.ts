/** What the menu of a row offers: every state but the present one, amount, note, the habit, and taking it back. */
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import type { HabitEntry } from '@/api'
import type { MenuItem, MenuItems, RowMenu } from '@/ui'
import { habitPath } from './habit-row'
import { type HabitActions, isTickable } from './use-check-ins'

interface MenuProps {
  entry: HabitEntry
  actions: HabitActions
  onEdit: (entry: HabitEntry, field: 'amount' | 'note') => void
}

export function useRowMenu({ entry, actions, onEdit }: MenuProps): RowMenu {
  const { t } = useLingui()
  const navigate = useNavigate()
  const is = (state: HabitEntry['state']) => entry.state === state
  const hasEntry = !is('open') || entry.amount !== null || entry.note !== ''
  const able: [boolean, MenuItem][] = [
    [
      !is('done') && isTickable(entry),
      { label: t`Done`, icon: 'check', keys: 'X', onSelect: () => actions.say(entry, 'done') },
    ],
    [
      !is('skipped'),
      { label: t`Skip`, icon: 'skip', keys: 'S', onSelect: () => actions.say(entry, 'skipped') },
    ],
    [!is('missed'), { label: t`Not done`, icon: 'close', onSelect: () => actions.say(entry, 'missed') }],
    [hasEntry, { label: t`Take back`, icon: 'undo', onSelect: () => actions.takeBack(entry) }],
  ]
  const items: MenuItems = [
    ...able.filter(([isAble]) => isAble).map(([, item]) => item),
    null,
    ...(entry.habit_kind === 'measure'
      ? [
          {
            label: t`Amount…`,
            icon: 'edit',
            keys: 'E',
            onSelect: () => onEdit(entry, 'amount'),
          } satisfies MenuItem,
        ]
      : []),
    { label: t`Note…`, icon: 'note', keys: 'N', onSelect: () => onEdit(entry, 'note') },
    null,
    {
      label: t`Open the habit`,
      icon: 'habits',
      onSelect: () => void navigate({ to: habitPath(entry.id) }),
    },
  ]
  const name = entry.title
  return { label: t`More for ${name}`, items }
}
