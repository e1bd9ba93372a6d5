/** Keys of the list: a new batch, between batches, and what is done with the one that has the focus. */
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { type Command, useCommands } from '@/lib/commands'
import type { Selection } from '@/lib/selection'
import { focusedBatch, focusSearch, moveFocus } from './row-focus'

interface CommandProps {
  selection: Selection
  onNew: () => void
  onSell: (id: string) => void
  onDiscard: (id: string) => void
  onEdit: (id: string) => void
  onPrint: (id: string) => void
}

export function useListCommands(props: CommandProps): void {
  const { t } = useLingui()
  const { selection, onNew, onSell, onDiscard, onEdit, onPrint } = props
  const { toggle, clear } = selection
  const isSelecting = selection.ids !== null
  const commands = useMemo<Command[]>(() => {
    const group = t`Freshness`
    const key = (id: string, keys: string, title: string, run: () => void): Command => ({
      ...{ id: `batch-list-${id}`, keys, title, group, run, keysOnly: true },
    })
    const focusedTo = (run: (id: string) => void) => () => {
      const id = focusedBatch()
      if (id) run(id)
    }
    return [
      key('new', 'n', t`New batch`, onNew),
      key('down', 'j', t`Next batch`, () => moveFocus(1)),
      key('up', 'k', t`Previous batch`, () => moveFocus(-1)),
      key('select', 'x', t`Select the batch, or not`, focusedTo(toggle)),
      key('sold', 's', t`The batch is sold`, focusedTo(onSell)),
      key('discarded', 'd', t`The batch is discarded`, focusedTo(onDiscard)),
      key('edit', 'e', t`Edit the batch`, focusedTo(onEdit)),
      key('print', 'l', t`Labels of the batch`, focusedTo(onPrint)),
      key('search', '/', t`Search batches`, focusSearch),
      ...(isSelecting ? [key('clear', 'Escape', t`End selecting`, clear)] : []),
    ]
  }, [t, onNew, onSell, onDiscard, onEdit, onPrint, toggle, clear, isSelecting])
  useCommands(commands)
}
