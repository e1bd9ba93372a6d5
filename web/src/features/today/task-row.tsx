/** One task of the day: tick it with one tap; more behind the dots, a right click or a long press. */
import { useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import { memo } from 'react'
import type { TaskEntry } from '@/api'
import { clockTime } from '@/lib/dates'
import { withMessages } from '@/lib/i18n'
import { drawnColor } from '@/lib/palette'
import { Icon, LedgerRow, Mark, type MarkState, Pill } from '@/ui'
import { LineWithTheme, Waiting } from './row-parts'
import { overdueWords, taskLine } from './task-line'
import { canToggle, type TaskActions } from './use-task-actions'

interface RowProps {
  entry: TaskEntry
  /** The day that the page shows. */
  date: string
  /** Waits to be sent. */
  isPending: boolean
  actions: TaskActions
}

const markStates: Partial<Record<TaskEntry['state'], MarkState>> = { done: 'done', missed: 'missed' }

export const TaskRow = memo(function TaskRow({ entry, date, isPending, actions }: RowProps) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const link = { to: '/tasks/$id', params: { id: entry.id } } as const
  const name = entry.title
  const canTick = canToggle(entry)
  const items = async () => {
    const { taskMenu } = await withMessages(import('./later/task-menu'))
    return taskMenu({ entry, actions, canToggle: canTick, onOpen: () => void navigate(link) })
  }
  return (
    <LedgerRow
      data-row={entry.id}
      time={entry.at ? clockTime(entry.at, i18n.locale) : undefined}
      mark={
        <Mark
          shape="square"
          state={markStates[entry.state] ?? 'open'}
          color={drawnColor(entry.color ?? entry.theme?.color)}
          label={name}
          {...(canTick && { onToggle: () => actions.toggle(entry) })}
        />
      }
      title={
        <Link {...link} className="break-words hover:underline hover:decoration-rule-strong">
          {name}
        </Link>
      }
      note={<QuietLine entry={entry} date={date} />}
      status={<TaskStatus entry={entry} isPending={isPending} />}
      menu={{ label: t`More for ${name}`, items }}
      state={entry.state === 'done' ? 'done' : 'open'}
    />
  )
})

function QuietLine({ entry, date }: Pick<RowProps, 'entry' | 'date'>) {
  const { t } = useLingui()
  const since = overdueWords(entry, date)
  const line = taskLine(entry)
  return (
    <>
      {since && (
        <span className={entry.state === 'overdue' ? 'font-medium text-accent' : undefined}>{since}</span>
      )}
      {since && (line || entry.theme) && ' · '}
      <LineWithTheme line={line} theme={entry.theme} />
      {entry.notes_present && (
        <span role="img" aria-label={t`has notes`} className="mx-1 inline-block align-[-2px]">
          <Icon name="note" size={13} />
        </span>
      )}
    </>
  )
}

function TaskStatus({ entry, isPending }: Pick<RowProps, 'entry' | 'isPending'>) {
  const { t } = useLingui()
  if (isPending) return <Waiting />
  if (entry.state === 'missed')
    return entry.actions.includes('done') ? (
      <Pill tone="bad" icon="close">{t`Missed`}</Pill>
    ) : (
      <Pill icon="check">{t`Done later`}</Pill>
    )
  return entry.is_late ? <Pill tone="warn" icon="clock">{t`Late`}</Pill> : null
}
