/** Keys of the day: between rows, on the row that has the focus (else the first that is open), between days. Loaded after the page. */
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import type { BatchEntry, HabitEntry, SessionEntry, TaskEntry } from '@/api'
import { type Command, useCommands } from '@/lib/commands'
import type { DayActions } from '../day-actions'
import type { Entry } from '../entries'

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-row]')]
const focused = () => document.activeElement?.closest<HTMLElement>('[data-row]')
const focusIn = (row: HTMLElement | undefined) => row?.querySelector<HTMLElement>('button.mark, a')

/** Put the focus on the mark of the next or the previous row, from outside on the first or the last. */
function moveFocus(by: 1 | -1): void {
  const all = rows()
  const row = focused()
  const at = row ? all.indexOf(row) : by > 0 ? -1 : all.length
  const target = focusIn(all[at + by])
  target?.focus()
  target?.closest('li')?.scrollIntoView({ block: 'nearest' })
}

/** The row of a session knows itself what its mark does. */
const tapMark = ({ id }: SessionEntry) =>
  rows()
    .find((row) => row.dataset.row === id)
    ?.querySelector<HTMLElement>('button.mark')
    ?.click()

interface OnKind {
  habit?: (entry: HabitEntry, actions: DayActions) => void
  task?: (entry: TaskEntry, actions: DayActions) => void
  session?: (entry: SessionEntry, actions: DayActions) => void
  /** What is done with goods is behind their own buttons. */
  batch?: (entry: BatchEntry, actions: DayActions) => void
}

/** What a key acts on while no row has the focus; a class is nothing to be ticked. */
const isOpen = (entry: Entry) =>
  (entry.state === 'open' || entry.state === 'overdue') &&
  (entry.kind !== 'session' || entry.session_kind === 'task')

type Act = (entry: Entry, actions: DayActions) => void

/** A command's action on the row in question, by its kind. */
function useOnRow(entries: readonly Entry[], actions: DayActions) {
  // Commands are registered once; what they act on is looked up when a key is pressed.
  const now = useRef({ entries, actions })
  now.current = { entries, actions }
  return useMemo(
    () => (onKind: OnKind) => () => {
      const id = focused()?.dataset.row
      const found = now.current.entries.find((entry) => (id ? entry.id === id : isOpen(entry)))
      const act = found && (onKind[found.kind ?? 'habit'] as Act | undefined)
      if (act) act(found, now.current.actions)
    },
    [],
  )
}

interface RowKeysProps {
  entries: readonly Entry[]
  actions: DayActions
}

export function RowKeys({ entries, actions }: RowKeysProps): null {
  const { t } = useLingui()
  const navigate = useNavigate()
  const onRow = useOnRow(entries, actions)
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
    const open = ({ id }: TaskEntry) => void navigate({ to: '/tasks/$id', params: { id } })
    const tap = (entry: Entry, { onTap }: DayActions) => onTap(entry)
    const edit = (field: 'amount' | 'note') =>
      onRow({ habit: (entry, { onEdit }) => onEdit(entry, field), task: open })
    const skip = onRow({ habit: (entry, { habits }) => habits.say(entry, 'skipped') })
    const putOff = onRow({
      task: (entry, { tasks }) => entry.actions.includes('tomorrow') && tasks.delay(entry, 'tomorrow'),
    })
    return [
      key('down', 'j', t`Next row`, () => moveFocus(1)),
      key('up', 'k', t`Previous row`, () => moveFocus(-1)),
      key(
        'tick',
        'x',
        t`Tick the row, or take the tick back`,
        onRow({ habit: tap, task: tap, session: tapMark }),
      ),
      key('skip', 's', t`Skip the row`, skip),
      key('tomorrow', 'm', t`Put the task off until tomorrow`, putOff),
      key('amount', 'e', t`Amount of the habit, or the task itself`, edit('amount')),
      key('note', 'n', t`Note on the row`, edit('note')),
    ]
  }, [t, navigate, onRow])
  useCommands(commands)
  useEffect(() => {
    document.addEventListener('keydown', onArrow)
    return () => document.removeEventListener('keydown', onArrow)
  }, [])
  return null
}

/** Arrow keys move between the rows' own controls. */
function onArrow(event: KeyboardEvent) {
  const inRow = event.target instanceof Element && event.target.closest('[data-row]')
  if (!inRow || event.defaultPrevented || !['ArrowDown', 'ArrowUp'].includes(event.key)) return
  event.preventDefault()
  moveFocus(event.key === 'ArrowDown' ? 1 : -1)
}

interface DayKeysProps {
  onPrevious: () => void
  onNext: (() => void) | undefined
}

export function DayKeys({ onPrevious, onNext }: DayKeysProps): null {
  const { t } = useLingui()
  const commands = useMemo<Command[]>(() => {
    const group = t`The day`
    return [
      { id: 'day-previous', keys: 'h', title: t`Previous day`, group, icon: 'previous', run: onPrevious },
      { id: 'day-next', keys: 'l', title: t`Next day`, group, icon: 'next', run: () => onNext?.() },
    ]
  }, [t, onPrevious, onNext])
  useCommands(commands)
  return null
}
