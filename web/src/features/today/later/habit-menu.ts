/** What the menu of a habit's row offers: every state but the present one, amount, note, the habit, and taking it back. */
import { t } from '@lingui/core/macro'
import type { HabitEntry } from '@/api'
import type { MenuItem, MenuItems } from '@/ui'
import type { HabitActions } from '../use-check-ins'

interface MenuProps {
  entry: HabitEntry
  actions: HabitActions
  /** Whether one tap can fill the row. */
  canTick: boolean
  onEdit: (entry: HabitEntry, field: 'amount' | 'note') => void
  onOpen: () => void
}

export function habitMenu({ entry, actions, canTick, onEdit, onOpen }: MenuProps): MenuItems {
  const is = (state: HabitEntry['state']) => entry.state === state
  const hasEntry = !is('open') || entry.amount !== null || entry.note !== ''
  const able: [boolean, MenuItem][] = [
    [
      !is('done') && canTick,
      { label: t`Done`, icon: 'check', keys: 'X', onSelect: () => actions.say(entry, 'done') },
    ],
    [
      !is('skipped'),
      { label: t`Skip`, icon: 'skip', keys: 'S', onSelect: () => actions.say(entry, 'skipped') },
    ],
    [!is('missed'), { label: t`Not done`, icon: 'close', onSelect: () => actions.say(entry, 'missed') }],
    [hasEntry, { label: t`Take back`, icon: 'undo', onSelect: () => actions.takeBack(entry) }],
  ]
  const amount: MenuItem = {
    label: t`Amount…`,
    icon: 'edit',
    keys: 'E',
    onSelect: () => onEdit(entry, 'amount'),
  }
  return [
    ...able.filter(([isAble]) => isAble).map(([, item]) => item),
    null,
    ...(entry.habit_kind === 'measure' ? [amount] : []),
    { label: t`Note…`, icon: 'note', keys: 'N', onSelect: () => onEdit(entry, 'note') },
    null,
    { label: t`Open the habit`, icon: 'habits', onSelect: onOpen },
  ]
}
