/** What the menu of a session's row offers: ticking, cancelling or restoring this date, the timetable. */
import { t } from '@lingui/core/macro'
import type { SessionEntry } from '@/api'
import type { MenuItem, MenuItems } from '@/ui'
import { restore } from './session-changes'
import type { SessionActions } from './use-session-actions'

interface MenuProps {
  entry: SessionEntry
  actions: SessionActions
  onCancel: (entry: SessionEntry) => void
  onOpen: () => void
}

export function sessionMenu({ entry, actions, onCancel, onOpen }: MenuProps): MenuItems {
  const may = (action: string) => entry.actions.includes(action)
  const isDone = may('undo')
  const isSeries = entry.cancelled_by === 'series'
  const able: [boolean, MenuItem][] = [
    [
      isDone || may('done'),
      {
        label: isDone ? t`Open again` : t`Done`,
        icon: isDone ? 'undo' : 'check',
        keys: 'X',
        onSelect: () => actions.toggle(entry),
      },
    ],
    [may('cancel'), { label: t`Cancel this date…`, icon: 'close', onSelect: () => onCancel(entry) }],
    [
      may('restore'),
      {
        label: isSeries ? t`Restore every date` : t`Restore this date`,
        icon: 'undo',
        onSelect: () => restore(entry, actions),
      },
    ],
  ]
  const items = able.filter(([isAble]) => isAble).map(([, item]) => item)
  const open: MenuItem = { label: t`Open the timetable`, icon: 'calendar', onSelect: onOpen }
  return items.length > 0 ? [...items, null, open] : [open]
}
