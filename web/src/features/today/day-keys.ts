/** Keys of the day: between rows, on the row that has the focus (else the first that is open), between days. */
import { useLingui } from '@lingui/react/macro'
import { useMemo, useRef } from 'react'
import type { HabitEntry } from '@/api'
import { type Command, useCommands } from '@/lib/commands'
import { isTickable, type RowActions } from './use-check-ins'

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-habit]')]
const focused = () => document.activeElement?.closest<HTMLElement>('[data-habit]')
const markIn = (row: HTMLElement | undefined) => row?.querySelector<HTMLElement>('button.mark')

/** Put the focus on the mark of the next or the previous row, from outside on the first or the last. */
export function moveFocus(by: 1 | -1): void {
  const all = rows()
  const row = focused()
  const at = row ? all.indexOf(row) : by > 0 ? -1 : all.length
  const mark = markIn(all[at + by])
  mark?.focus()
  mark?.closest('li')?.scrollIntoView({ block: 'nearest' })
}

type OnEdit = (entry: HabitEntry, field: 'amount' | 'note') => void

export function useRowCommands(entries: readonly HabitEntry[], actions: RowActions, onEdit: OnEdit): void {
  const { t } = useLingui()
  // Commands are registered once; what they act on is looked up when a key is pressed.
  const now = useRef({ entries, actions })
  now.current = { entries, actions }
  const commands = useMemo<Command[]>(() => {
    const group = t`The day`
    const onRow = (run: (entry: HabitEntry, actions: RowActions) => void) => () => {
      const id = focused()?.dataset.habit
      const found = now.current.entries.find((entry) => (id ? entry.id === id : entry.state === 'open'))
      if (found) run(found, now.current.actions)
    }
    const key = (id: string, keys: string, title: string, run: () => void): Command => ({
      id: `day-${id}`,
      keys,
      title,
      group,
      keysOnly: true,
      run,
    })
    return [
      key('down', 'j', t`Next row`, () => moveFocus(1)),
      key('up', 'k', t`Previous row`, () => moveFocus(-1)),
      key(
        'tick',
        'x',
        t`Tick the row, or take the tick back`,
        onRow((entry, { toggle }) => (isTickable(entry) ? toggle(entry) : onEdit(entry, 'amount'))),
      ),
      key(
        'skip',
        's',
        t`Skip the row`,
        onRow((entry, { say }) => say(entry, 'skipped')),
      ),
      key(
        'amount',
        'e',
        t`Amount of the row`,
        onRow((entry) => onEdit(entry, 'amount')),
      ),
      key(
        'note',
        'n',
        t`Note on the row`,
        onRow((entry) => onEdit(entry, 'note')),
      ),
    ]
  }, [t, onEdit])
  useCommands(commands)
}

export function useDayCommands(onPrevious: () => void, onNext: (() => void) | undefined): void {
  const { t } = useLingui()
  const commands = useMemo<Command[]>(() => {
    const group = t`The day`
    return [
      { id: 'day-previous', keys: 'h', title: t`Previous day`, group, icon: 'previous', run: onPrevious },
      { id: 'day-next', keys: 'l', title: t`Next day`, group, icon: 'next', run: () => onNext?.() },
    ]
  }, [t, onPrevious, onNext])
  useCommands(commands)
}
