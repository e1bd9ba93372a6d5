/** What can be done with the selected tasks, at the foot of the page. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Priority, TaskGroup, TaskRead } from '@/api'
import { addDays } from '@/lib/dates'
import type { Selection } from '@/lib/selection'
import { useThemes } from '@/lib/themes'
import { Button, DateField, Dialog, Field, type IconName, type MenuItems } from '@/ui'
import { useMenu } from '@/ui/menu'
import { BarButton, SelectionFrame } from '@/ui/selection-bar'
import { moveDue } from './actions'
import { type Change, useBulk } from './bulk'
import { dayWords, priorityWords } from './words'

interface BarProps {
  selection: Selection
  /** All rows shown; those selected are among them. */
  tasks: readonly TaskRead[]
  list: TaskGroup | undefined
  today: string
  /** Before the tasks change. */
  onChange: (ids: readonly string[]) => void
}

export function SelectionBar({ selection, tasks, list, today, onChange }: BarProps) {
  const { t } = useLingui()
  const change = useBulk(today)
  const chosen = tasks.filter(({ id }) => selection.ids?.has(id))
  const run = (what: Change, label: string) => {
    onChange(chosen.map(({ id }) => id))
    selection.clear()
    void change(chosen, what, label)
  }
  const isNone = chosen.length === 0
  return (
    <SelectionFrame label={t`Selected tasks`} count={chosen.length} selection={selection}>
      {list === 'done' ? (
        <BarButton
          icon="undo"
          label={t`Open again`}
          disabled={isNone}
          onClick={() => run({ kind: 'reopen' }, t`open again`)}
        />
      ) : (
        <BarButton
          icon="check"
          label={t`Complete`}
          disabled={isNone}
          onClick={() => run({ kind: 'complete', done_on: today }, t`done`)}
        />
      )}
      <DueMenu chosen={chosen} today={today} onRun={run} />
      <ThemeMenu isNone={isNone} onRun={run} />
      <PriorityMenu isNone={isNone} onRun={run} />
      <BarButton
        icon="trash"
        label={t`Delete`}
        disabled={isNone}
        onClick={() => run({ kind: 'delete' }, t`deleted`)}
      />
    </SelectionFrame>
  )
}

type OnRun = (change: Change, label: string) => void

function BarMenu({
  icon,
  label,
  disabled,
  items,
}: {
  icon: IconName
  label: string
  disabled: boolean
  items: MenuItems
}) {
  const menu = useMenu(label, items)
  return (
    <>
      <BarButton
        icon={icon}
        label={label}
        disabled={disabled}
        menu
        onClick={({ currentTarget }) => {
          const box = currentTarget.getBoundingClientRect()
          menu.openAt({ x: box.right, y: box.top - 4 }, currentTarget)
        }}
      />
      {menu.popup}
    </>
  )
}

function DueMenu({ chosen, today, onRun }: { chosen: readonly TaskRead[]; today: string; onRun: OnRun }) {
  const { t } = useLingui()
  const [isAsking, setAsking] = useState(false)
  const to = (day: string | null) => {
    const dues = Object.fromEntries(chosen.map(({ id, due }) => [id, moveDue(due, day)]))
    onRun({ kind: 'assign_due', dues }, day ? dayWords(day, today) : t`no date`)
  }
  const items: MenuItems = [
    { label: t`Today`, onSelect: () => to(today) },
    { label: t`Tomorrow`, onSelect: () => to(addDays(today, 1)) },
    { label: t`In a week`, onSelect: () => to(addDays(today, 7)) },
    { label: t`Another day…`, icon: 'calendar', onSelect: () => setAsking(true) },
    null,
    { label: t`No date`, icon: 'close', onSelect: () => to(null) },
  ]
  return (
    <>
      <BarMenu icon="calendar" label={t`Due`} disabled={chosen.length === 0} items={items} />
      <DayDialog open={isAsking} today={today} onClose={() => setAsking(false)} onDay={to} />
    </>
  )
}

interface DayDialogProps {
  open: boolean
  today: string
  onClose: () => void
  onDay: (day: string) => void
}

function DayDialog({ open, today, onClose, onDay }: DayDialogProps) {
  const { t } = useLingui()
  const [day, setDay] = useState(today)
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={t`Due on`}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            <Trans>Not now</Trans>
          </Button>
          <Button
            variant="primary"
            disabled={!day}
            onClick={() => {
              onClose()
              onDay(day)
            }}
          >
            <Trans>Set the date</Trans>
          </Button>
        </>
      }
    >
      <Field label={t`Due on`}>
        {(control) => <DateField {...control} value={day} onChange={(event) => setDay(event.target.value)} />}
      </Field>
    </Dialog>
  )
}

function ThemeMenu({ isNone, onRun }: { isNone: boolean; onRun: OnRun }) {
  const { t } = useLingui()
  const themes = useThemes() ?? []
  if (themes.length === 0) return null
  const items: MenuItems = [
    ...themes.map(({ id, name }) => ({
      label: name,
      onSelect: () => onRun({ kind: 'move', theme_id: id }, name),
    })),
    null,
    {
      label: t`No theme`,
      icon: 'close',
      onSelect: () => onRun({ kind: 'move', theme_id: null }, t`no theme`),
    },
  ]
  return <BarMenu icon="themes" label={t`Move`} disabled={isNone} items={items} />
}

function PriorityMenu({ isNone, onRun }: { isNone: boolean; onRun: OnRun }) {
  const { t, i18n } = useLingui()
  const items = (Object.keys(priorityWords) as Priority[]).map((priority) => {
    const label = i18n._(priorityWords[priority])
    return { label, onSelect: () => onRun({ kind: 'priority', priority }, label) }
  })
  return <BarMenu icon="flag" label={t`Priority`} disabled={isNone} items={items} />
}
