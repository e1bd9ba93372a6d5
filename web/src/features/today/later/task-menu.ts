/** What the menu of a task's row offers: done or open again, another day, the task itself. */
import { t } from '@lingui/core/macro'
import type { TaskEntry } from '@/api'
import type { MenuItem, MenuItems } from '@/ui'
import type { TaskActions } from '../use-task-actions'

interface MenuProps {
  entry: TaskEntry
  actions: TaskActions
  canToggle: boolean
  onOpen: () => void
}

export function taskMenu({ entry, actions, canToggle, onOpen }: MenuProps): MenuItems {
  const { toggle, delay } = actions
  const isDone = entry.state === 'done'
  const may = (action: string) => entry.actions.includes(action)
  const able: [boolean, MenuItem][] = [
    [
      canToggle,
      {
        label: isDone ? t`Open again` : t`Done`,
        icon: isDone ? 'undo' : 'check',
        keys: 'X',
        onSelect: () => toggle(entry),
      },
    ],
    [may('today'), { label: t`Today`, icon: 'sun', onSelect: () => delay(entry, 'today') }],
    [
      may('tomorrow'),
      { label: t`Tomorrow`, icon: 'skip', keys: 'M', onSelect: () => delay(entry, 'tomorrow') },
    ],
    // What comes round again always has a day on which it does.
    [
      may('someday') && entry.schedule === null,
      { label: t`Without a date`, icon: 'calendar', onSelect: () => delay(entry, 'someday') },
    ],
  ]
  const items = able.filter(([isAble]) => isAble).map(([, item]) => item)
  const open: MenuItem = { label: t`Open the task`, icon: 'edit', keys: 'E', onSelect: onOpen }
  return items.length > 0 ? [...items, null, open] : [open]
}
