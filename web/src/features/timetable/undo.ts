/** Undo and redo of what was done to the timetable: by the button of its message, and by keys one after another. */
import { t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useEffect, useMemo } from 'react'
import { type Command, useCommands } from '@/lib/commands'
import { newId } from '@/lib/ids'
import { showToast } from '@/ui'

interface Done {
  /** What was done, in words. */
  message: string
  undo: () => void
  redo: () => void
  /** Messages of one id replace each other. */
  id?: string
}

type Change = Required<Done> & { isTaken: boolean }

const DEEPEST = 50

let changes: readonly Change[] = []
/** What was taken back, the last one last. */
let taken: readonly Change[] = []

/** Say what was done, and offer to take it back. */
export function offerUndo(done: Done): void {
  taken = []
  offer({ id: newId(), ...done, isTaken: false })
}

function offer(change: Change) {
  changes = [...changes, change].slice(-DEEPEST)
  void showToast(change.message, { undo: () => take(change), id: change.id })
}

/** Once only: what the button has taken back is not taken back again by the key. */
function take(change: Change) {
  if (change.isTaken) return
  change.isTaken = true
  changes = changes.filter((each) => each !== change)
  taken = [...taken, change]
  change.undo()
}

function undoLast() {
  const last = changes.at(-1)
  if (!last) return
  take(last)
  void showToast(t`Taken back: ${last.message}`, { id: last.id })
}

function redoLast() {
  const last = taken.at(-1)
  if (!last) return
  taken = taken.slice(0, -1)
  last.isTaken = false
  last.redo()
  offer(last)
}

/** While the timetable is open; the message's button outlives it. */
export function useUndoKeys(): void {
  const { t } = useLingui()
  const commands = useMemo<Command[]>(() => {
    const group = t`Timetable`
    return [
      { id: 'timetable-undo', title: t`Undo`, group, icon: 'undo', keys: 'mod+z', run: undoLast },
      {
        id: 'timetable-redo',
        title: t`Redo`,
        group,
        icon: 'redo',
        keys: 'mod+shift+z',
        alsoKeys: 'mod+y',
        run: redoLast,
      },
    ]
  }, [t])
  useCommands(commands)
  useEffect(
    () => () => {
      changes = []
      taken = []
    },
    [],
  )
}
