/** One task as a ledger row: tick it, open it, or select it; due, repeat, steps and theme in one quiet line. */
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import { Children, memo, type ReactNode } from 'react'
import type { TaskRead } from '@/api'
import { scheduleInWords } from '@/lib/schedule-words'
import { useThemeFilter, useThemeOf } from '@/lib/themes'
import { Icon, type IconName, LedgerRow, Pill } from '@/ui'
import type { Place } from '@/ui/move-items'
import { Grip, useSortableRow } from '@/ui/sortable'
import { ThemeTag } from '@/ui/theme-mark'
import type { TaskActions } from './actions'
import { toTask } from './paths'
import { TaskMark } from './task-mark'
import { useTaskMenu } from './task-menu'
import { dueWords, priorityWords, stepWords } from './words'

export interface RowProps {
  task: TaskRead
  today: string
  /** The heading above says the day. */
  underDay: boolean
  isPending: boolean
  /** Undefined while nothing is being selected. */
  isSelected: boolean | undefined
  actions: TaskActions
  place: Place | undefined
  onSelect: (id: string) => void
}

export const TaskRow = memo(function TaskRow(props: RowProps) {
  const { task, isPending, isSelected, actions, place, onSelect } = props
  const { t } = useLingui()
  const { onRow, className } = useSortableRow(task.id, place)
  const items = useTaskMenu(props)
  const isSelecting = isSelected !== undefined
  return (
    <LedgerRow
      data-task={task.id}
      className={clsx(className, isSelected && 'bg-sunk', isSelecting && 'cursor-pointer select-none')}
      state={task.status}
      mark={
        isSelecting ? (
          <Chosen task={task} isSelected={isSelected} />
        ) : (
          <TaskMark task={task} actions={actions} />
        )
      }
      title={
        isSelecting ? (
          <span className="-my-1.5 flex min-h-11 items-center py-1.5">{task.title}</span>
        ) : (
          <Link
            {...toTask(task.id)}
            className="-my-1.5 flex min-h-11 items-center py-1.5 underline-offset-3 hover:underline"
          >
            {task.title}
          </Link>
        )
      }
      note={<QuietLine {...props} />}
      status={isPending && <Waiting />}
      action={
        place && (
          <Grip
            id={task.id}
            name={task.title}
            onRow={onRow}
            // A narrow row has room for it once its menu gives way to selecting.
            className={isSelecting ? 'grid' : 'hidden min-[30rem]:grid'}
          />
        )
      }
      {...(!isSelecting && { menu: { label: t`More about ${task.title}`, items } })}
      onHold={() => onSelect(task.id)}
    />
  )
})

/** The list hears the press of the whole row; this says it, and takes the space bar. */
function Chosen({ task, isSelected }: { task: TaskRead; isSelected: boolean }) {
  const { t } = useLingui()
  return (
    <span className="relative grid size-11 place-items-center">
      <input
        type="checkbox"
        aria-label={t`Select ${task.title}`}
        checked={isSelected}
        onChange={() => undefined}
        className="peer absolute inset-0 appearance-none rounded-control"
      />
      <span className="pointer-events-none grid size-6 place-items-center rounded-full border-[1.75px] border-edge bg-leaf text-leaf peer-checked:border-ink peer-checked:bg-ink peer-checked:text-paper">
        <Icon name="check" size={16} />
      </span>
    </span>
  )
}

function QuietLine({ task, today, underDay }: RowProps) {
  const { i18n } = useLingui()
  const theme = useThemeOf(task)
  // Where one theme is shown alone, its name on every row would say nothing.
  const isNamed = useThemeFilter().value === undefined
  const due = dueWords(task, { today, underDay })
  const isOpen = task.status === 'open'
  const isLate = isOpen && (task.list === 'overdue' || task.is_late)
  const priority = isOpen && task.priority !== 'medium' && i18n._(priorityWords[task.priority])
  const parts = [
    priority && (
      <Said icon="flag" className={task.priority === 'high' ? 'font-semibold text-ink' : ''}>
        {priority}
      </Said>
    ),
    due && <span className={clsx(isLate && 'font-medium text-accent')}>{due}</span>,
    task.schedule && <Said icon="habits">{scheduleInWords(task.schedule)}</Said>,
    task.checklist.length > 0 && <Said icon="steps">{stepWords(task)}</Said>,
    theme && isNamed && <ThemeTag theme={theme} />,
    task.notes && (
      <Said icon="note" textClassName="sr-only min-[36rem]:not-sr-only min-[36rem]:truncate!">
        {firstLine(task.notes)}
      </Said>
    ),
  ].filter(Boolean)
  if (parts.length === 0) return null
  return (
    <span className="-mt-2 flex min-w-0 flex-wrap items-center gap-x-3 pb-1">{Children.toArray(parts)}</span>
  )
}

const firstLine = (notes: string) => notes.trim().split('\n')[0]

interface SaidProps {
  icon: IconName
  className?: string
  textClassName?: string
  children: ReactNode
}

function Said({ icon, className, textClassName = 'truncate', children }: SaidProps) {
  return (
    <span className={clsx('inline-flex min-w-0 max-w-72 items-center gap-1', className)}>
      <Icon name={icon} size={13} />
      <span className={textClassName}>{children}</span>
    </span>
  )
}

/** What is sent at once does not flicker by: the word comes only when it takes long. */
function Waiting() {
  const { t } = useLingui()
  return (
    <span className="animate-[fade_140ms_linear_1200ms_backwards]">
      <Pill icon="clock">{t`Waiting`}</Pill>
    </span>
  )
}
