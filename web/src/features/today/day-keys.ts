/** Keys of the day: between rows, on the row that has the focus (else the first that is open), between days. */
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useRef } from 'react'
import type { HabitEntry, TaskEntry } from '@/api'
import { type Command, useCommands } from '@/lib/commands'
import { type Entry, isTask } from './entries'
import { taskPath } from './task-menu'
import { type HabitActions, isTickable } from './use-check-ins'
import type { TaskActions } from './use-task-actions'

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-row]')]
const focused = () => document.activeElement?.closest<HTMLElement>('[data-row]')
const focusIn = (row: HTMLElement | undefined) => row?.querySelector<HTMLElement>('button.mark, a')

/** Put the focus on the mark of the next or the previous row, from outside on the first or the last. */
export function moveFocus(by: 1 | -1): void {
  const all = rows()
  const row = focused()
  const at = row ? all.indexOf(row) : by > 0 ? -1 : all.length
  const target = focusIn(all[at + by])
  target?.focus()
  target?.closest('li')?.scrollIntoView({ block: 'nearest' })
}

export interface DayActions {
  habits: HabitActions
  tasks: TaskActions
  onEdit: (entry: HabitEntry, field: 'amount' | 'note') => void
}

interface OnKind {
  habit?: (entry: HabitEntry, actions: HabitActions) => void
  task?: (entry: TaskEntry, actions: TaskActions) => void
}

const isOpen = ({ state }: Entry) => state === 'open' || state === 'overdue'

/** A command's action on the row in question, by its kind. */
function useOnRow(entries: readonly Entry[], actions: DayActions) {
  // Commands are registered once; what they act on is looked up when a key is pressed.
  const now = useRef({ entries, actions })
  now.current = { entries, actions }
  return useMemo(
    () =>
      ({ habit, task }: OnKind) =>
      () => {
        const id = focused()?.dataset.row
        const found = now.current.entries.find((entry) => (id ? entry.id === id : isOpen(entry)))
        if (!found) return
        if (isTask(found)) task?.(found, now.current.actions.tasks)
        else habit?.(found, now.current.actions.habits)
      },
    [],
  )
}

export function useRowCommands(entries: readonly Entry[], actions: DayActions): void {
  const { t } = useLingui()
  const navigate = useNavigate()
  const onRow = useOnRow(entries, actions)
  const { onEdit } = actions
  const commands = useMemo<Command[]>(() => {
    const group = t`The day`
    const key = (id: string, keys: string, title: string, run: () => void): Command => ({
      id: `day-${id}`,
      keys,
      title,
      group,
      keysOnly: true,
      run,
    })
    const open = ({ id }: TaskEntry) => void navigate({ to: taskPath(id) })
    const tick = onRow({
      habit: (entry, { toggle }) => (isTickable(entry) ? toggle(entry) : onEdit(entry, 'amount')),
      task: (entry, { toggle }) => toggle(entry),
    })
    const putOff = onRow({
      task: (entry, { delay }) => entry.actions.includes('tomorrow') && delay(entry, 'tomorrow'),
    })
    return [
      key('down', 'j', t`Next row`, () => moveFocus(1)),
      key('up', 'k', t`Previous row`, () => moveFocus(-1)),
      key('tick', 'x', t`Tick the row, or take the tick back`, tick),
      key('skip', 's', t`Skip the row`, onRow({ habit: (entry, { say }) => say(entry, 'skipped') })),
      key('tomorrow', 'm', t`Put the task off until tomorrow`, putOff),
      key(
        'amount',
        'e',
        t`Amount of the habit, or the task itself`,
        onRow({ habit: (entry) => onEdit(entry, 'amount'), task: open }),
      ),
      key('note', 'n', t`Note on the row`, onRow({ habit: (entry) => onEdit(entry, 'note'), task: open })),
    ]
  }, [t, navigate, onRow, onEdit])
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
