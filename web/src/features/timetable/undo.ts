/** Undo for everything that was done to the timetable: the message's button, and Ctrl+Z for one change after another. */
import { useLingui } from '@lingui/react/macro'
import { useEffect, useMemo } from 'react'
import { type Command, useCommands } from '@/lib/commands'
import { showToast } from '@/ui'

interface Change {
  run: () => void
  isTaken: boolean
}

const DEEPEST = 50

let changes: readonly Change[] = []

/** Say what was done, and offer to take it back. Messages of one id replace each other. */
export function offerUndo(message: string, run: () => void, id?: string): void {
  const change = { run, isTaken: false }
  changes = [...changes, change].slice(-DEEPEST)
  void showToast(message, { undo: () => take(change), ...(id && { id }) })
}

/** Once only: what the button has taken back is not taken back again by the key. */
function take(change: Change) {
  if (change.isTaken) return
  change.isTaken = true
  changes = changes.filter((each) => each !== change)
  change.run()
}

function undoLast() {
  const last = changes.at(-1)
  if (last) take(last)
}

/** While the timetable is open; the message's button outlives it. */
export function useUndoKey(): void {
  const { t } = useLingui()
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'timetable-undo',
        title: t`Undo`,
        group: t`Timetable`,
        icon: 'undo',
        keys: 'mod+z',
        run: undoLast,
      },
    ],
    [t],
  )
  useCommands(commands)
  useEffect(
    () => () => {
      changes = []
    },
    [],
  )
}
