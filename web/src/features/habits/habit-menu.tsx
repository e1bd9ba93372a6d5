/** What can be done to a habit, as the menu of its row and of its page. */
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { HabitRead } from '@/api'
import type { MenuItems } from '@/ui'
import { type Place, useMoveItems } from '@/ui/move-items'
import { useHabitActions } from './actions'
import { PauseSheet } from './pause-sheet'

/** The items, and an overlay that must be rendered beside the menu. `onGone` runs after the habit left the screen. */
export function useHabitMenu(
  habit: HabitRead,
  place?: Place,
  onGone?: () => void,
): { items: MenuItems; overlay: ReactNode } {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { archive, restore, remove } = useHabitActions()
  const [pausing, setPausing] = useState(false)
  const moves = useMoveItems(place)
  const goneAfter = (act: (habit: HabitRead) => void) => () => {
    act(habit)
    onGone?.()
  }
  const items: MenuItems = [
    {
      label: t`Edit`,
      icon: 'edit',
      onSelect: () => void navigate({ to: '/habits/$id/edit', params: { id: habit.id } }),
    },
    ...(habit.is_archived
      ? [{ label: t`Restore`, icon: 'undo' as const, onSelect: () => restore(habit) }]
      : [
          { label: t`Pause`, icon: 'pause' as const, onSelect: () => setPausing(true) },
          { label: t`To the archive`, icon: 'archive' as const, onSelect: goneAfter(archive) },
        ]),
    ...(moves.length ? [null, ...moves] : []),
    null,
    { label: t`Delete`, icon: 'trash', danger: true, onSelect: goneAfter(remove) },
  ]
  return {
    items,
    overlay: pausing && <PauseSheet habit={habit} open onOpenChange={setPausing} />,
  }
}
