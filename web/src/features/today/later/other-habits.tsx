/** Habits that the day did not ask for and that were done all the same: a quota on a past day, something off its turn. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { HabitEntry, HabitRead, ThemeMark, Today } from '@/api'
import { listHabitsOptions } from '@/api/@tanstack/react-query.gen'
import { drawnColor } from '@/lib/palette'
import { scheduleInWords } from '@/lib/schedule-words'
import { useThemeFilter, useThemeOf } from '@/lib/themes'
import { LedgerList, LedgerRow, LedgerSkeleton, Mark } from '@/ui'
import { isTickable } from '../use-check-ins'
import type { OtherProps } from './something-else'

export function OtherHabits({ day, onAdd }: OtherProps) {
  const { t } = useLingui()
  const theme = useThemeFilter().query
  const query = useQuery(listHabitsOptions({ query: { status: 'active', limit: 200, ...theme } }))
  if (!query.data) return query.isPending ? <LedgerSkeleton label={t`Reading your habits`} rows={2} /> : null
  const others = query.data.data.filter((habit) => canBeAdded(habit, day))
  if (others.length === 0)
    return (
      <p className="text-note text-ink-2">
        <Trans>Every habit stands on this page already.</Trans>
      </p>
    )
  return (
    <LedgerList timeless label={t`Habits that this day did not ask for`} className="mt-1!">
      {others.map((habit) => (
        <OtherRow key={habit.id} habit={habit} onAdd={onAdd} />
      ))}
    </LedgerList>
  )
}

function OtherRow({ habit, onAdd }: { habit: HabitRead; onAdd: OtherProps['onAdd'] }) {
  const theme = useThemeOf(habit)
  const entry = entryOf(habit, theme && { id: theme.id, name: theme.name, color: theme.color })
  const add = () => onAdd(entry)
  return (
    <LedgerRow
      mark={
        <Mark
          shape={entry.habit_kind === 'measure' ? 'ring' : 'round'}
          color={drawnColor(entry.color ?? theme?.color)}
          label={entry.title}
          {...(isTickable(entry) ? { onToggle: add } : { onOpen: add })}
        />
      }
      title={entry.title}
      note={scheduleInWords(entry.schedule)}
    />
  )
}

const canBeAdded = ({ id, starts_on, ends_on }: HabitRead, { date, entries }: Today) =>
  starts_on <= date && (ends_on === null || date <= ends_on) && entries.every((entry) => entry.id !== id)

/** A habit as a row that nothing has been said about. */
function entryOf(habit: HabitRead, theme: ThemeMark | undefined): HabitEntry {
  const { id, color, unit, target, target_kind, target_per, schedule } = habit
  return {
    ...{ id, color, unit, target, target_kind, target_per, schedule },
    kind: 'habit',
    habit_kind: habit.kind,
    title: habit.name,
    at: habit.reminders[0] ?? null,
    until: null,
    state: 'open',
    urgency: 'due',
    theme: theme ?? null,
    actions: [],
    amount: null,
    note: '',
    streak: habit.current_streak,
    period: null,
  }
}
