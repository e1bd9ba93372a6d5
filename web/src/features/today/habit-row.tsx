/** One habit of the day: tick it with one tap; more behind the dots, a right click or a long press. */
import { useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import { memo, type ReactNode } from 'react'
import type { HabitEntry } from '@/api'
import { clockTime, figure } from '@/lib/dates'
import { withMessages } from '@/lib/i18n'
import { drawnColor } from '@/lib/palette'
import { Icon, LedgerRow, Mark, type MarkState, Pill, RowAction } from '@/ui'
import { quietLine } from './quiet-line'
import { LineWithTheme, Waiting } from './row-parts'
import { stepOf } from './step'
import { type HabitActions, isTickable } from './use-check-ins'

interface RowProps {
  entry: HabitEntry
  today: string
  isPast: boolean
  /** Waits to be sent. */
  isPending: boolean
  actions: HabitActions
  onEdit: (entry: HabitEntry, field: 'amount' | 'note') => void
}

export const HabitRow = memo(function HabitRow(props: RowProps) {
  const { entry, today, isPast, isPending, actions, onEdit } = props
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const items = async () => {
    const { habitMenu } = await withMessages(import('./later/habit-menu'))
    const onOpen = () => void navigate({ to: habitPath(entry.id) })
    return habitMenu({ entry, actions, canTick: isTickable(entry), onEdit, onOpen })
  }
  const step = figure(stepOf(entry), i18n.locale)
  const name = entry.title
  return (
    <LedgerRow
      data-row={entry.id}
      time={entry.at ? clockTime(entry.at, i18n.locale) : undefined}
      mark={<HabitMark entry={entry} actions={actions} onEdit={onEdit} />}
      title={
        <Link to={habitPath(entry.id)} className="hover:underline hover:decoration-rule-strong">
          {name}
        </Link>
      }
      note={<QuietLines entry={entry} line={quietLine(entry, isPast ? undefined : today)} />}
      status={<RowStatus entry={entry} isPast={isPast} isPending={isPending} />}
      action={
        entry.habit_kind === 'measure' &&
        entry.state !== 'skipped' && (
          <RowAction aria-label={t`${name}: add ${step} ${entry.unit}`} onClick={() => actions.step(entry)}>
            + {step}
          </RowAction>
        )
      }
      menu={{ label: t`More for ${name}`, items }}
      state={entry.state === 'done' ? 'done' : 'open'}
    />
  )
})

export const habitPath = (id: string): string => `/habits/${id}`

const markStates: Partial<Record<HabitEntry['state'], MarkState>> = {
  done: 'done',
  skipped: 'skipped',
  missed: 'missed',
}

function HabitMark({ entry, actions, onEdit }: Pick<RowProps, 'entry' | 'actions' | 'onEdit'>) {
  const isMeasured = entry.habit_kind === 'measure'
  const { target, amount } = entry
  return (
    <Mark
      shape={isMeasured ? 'ring' : 'round'}
      state={markStates[entry.state] ?? 'open'}
      color={drawnColor(entry.color ?? entry.theme?.color)}
      amount={target ? (amount ?? 0) / target : Number(amount !== null)}
      label={entry.title}
      {...(isTickable(entry)
        ? { onToggle: () => actions.toggle(entry) }
        : { onOpen: () => onEdit(entry, 'amount') })}
    />
  )
}

function QuietLines({ entry, line }: { entry: HabitEntry; line: string }): ReactNode {
  return (
    <>
      <LineWithTheme line={line} theme={entry.theme} />
      {entry.note && (
        <span className="flex min-w-0 items-baseline gap-1.5">
          <Icon name="note" size={13} className="flex-none translate-y-0.5" />
          <span className="min-w-0 truncate">{entry.note}</span>
        </span>
      )}
    </>
  )
}

function RowStatus({ entry, isPast, isPending }: Pick<RowProps, 'entry' | 'isPast' | 'isPending'>) {
  const { t } = useLingui()
  if (isPending) return <Waiting />
  if (entry.state === 'skipped') return <Pill icon="skip">{t`Skipped`}</Pill>
  if (entry.state === 'overdue') return <Pill tone="bad" icon="alert">{t`Overdue`}</Pill>
  if (entry.state !== 'missed') return null
  return (
    <Pill tone={isPast ? 'bad' : 'neutral'} icon="close">
      {isPast ? t`Missed` : t`Not done`}
    </Pill>
  )
}
