/** What the menu of a task's row offers: done or open again, another day, the task itself. */
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import type { TaskEntry } from '@/api'
import type { MenuItem, RowMenu } from '@/ui'
import { canToggle, type TaskActions } from './use-task-actions'

export const taskPath = (id: string): string => `/tasks/${id}`

export function useTaskMenu(entry: TaskEntry, { toggle, delay }: TaskActions): RowMenu {
  const { t } = useLingui()
  const navigate = useNavigate()
  const isDone = entry.state === 'done'
  const may = (action: string) => entry.actions.includes(action)
  const able: [boolean, MenuItem][] = [
    [
      canToggle(entry),
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
  const open: MenuItem = {
    label: t`Open the task`,
    icon: 'edit',
    keys: 'E',
    onSelect: () => void navigate({ to: taskPath(entry.id) }),
  }
  const name = entry.title
  return { label: t`More for ${name}`, items: items.length > 0 ? [...items, null, open] : [open] }
}
