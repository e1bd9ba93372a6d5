/** Keys of the list: between rows, and selecting the row that has the focus. */
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { type Command, useCommands } from '@/lib/commands'
import type { Selection } from '@/lib/selection'
import { focusedTask, moveFocus } from './row-focus'

export function useListCommands({ ids, toggle, clear }: Selection): void {
  const { t } = useLingui()
  const isSelecting = ids !== null
  const commands = useMemo<Command[]>(() => {
    const group = t`Tasks`
    const key = (id: string, keys: string, title: string, run: () => void): Command => ({
      id: `task-list-${id}`,
      ...{ keys, title, group, run },
      keysOnly: true,
    })
    const chooseRow = () => {
      const id = focusedTask()
      if (id) toggle(id)
    }
    return [
      key('down', 'j', t`Next row`, () => moveFocus(1)),
      key('up', 'k', t`Previous row`, () => moveFocus(-1)),
      key('select', 'x', t`Select the row, or not`, chooseRow),
      ...(isSelecting ? [key('clear', 'Escape', t`End selecting`, clear)] : []),
    ]
  }, [t, toggle, clear, isSelecting])
  useCommands(commands)
}
