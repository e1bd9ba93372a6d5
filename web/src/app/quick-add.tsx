/** Quick add on every page: its key and command, and the box over the page. */
import { useLingui } from '@lingui/react/macro'
import { Suspense, useMemo } from 'react'
import { QuickAddDialog } from '@/features/tasks'
import { type Command, useCommands } from '@/lib/commands'
import { useMe } from '@/lib/session'
import { openQuickAdd, quickAddStart, showOverlay, useOverlay } from './overlay-state'

const NONE: readonly Command[] = []

export function QuickAdd() {
  const { t } = useLingui()
  const isVisitor = useMe() === undefined
  const isOpen = useOverlay() === 'quick-add'
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'quick-add',
        title: t`Add a task in one line`,
        group: t`Tasks`,
        icon: 'plus',
        keys: 'q',
        run: () => openQuickAdd(),
      },
    ],
    [t],
  )
  useCommands(isVisitor ? NONE : commands)
  if (!isOpen || isVisitor) return null
  return (
    <Suspense fallback={null}>
      <QuickAddDialog start={quickAddStart()} onOpenChange={(open) => !open && showOverlay(null)} />
    </Suspense>
  )
}
