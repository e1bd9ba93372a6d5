/** One habit as a ledger row: today's mark, name, schedule and streak in words, strength, and what can be done. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { HabitRead } from '@/api'
import { scheduleInWords } from '@/lib/schedule-words'
import { useThemeFilter, useThemeOf } from '@/lib/themes'
import { LedgerRow, Pill, RowAction } from '@/ui'
import type { Place } from '@/ui/move-items'
import { Grip, useSortableRow } from '@/ui/sortable'
import { ThemeTag } from '@/ui/theme-mark'
import { useHabitActions } from './actions'
import { HabitMark } from './habit-mark'
import { useHabitMenu } from './habit-menu'
import { amountOfToday, periodWords, streakWords } from './words'

export function HabitRow({ habit, place }: { habit: HabitRead; place?: Place }) {
  const { t } = useLingui()
  const { items, overlay } = useHabitMenu(habit, place)
  const { restore } = useHabitActions()
  const { onRow, className } = useSortableRow(habit.id, place)
  const theme = useThemeOf(habit)
  // Where one theme is shown alone, its name on every row would say nothing.
  const isNamed = useThemeFilter().value === undefined
  const note = [scheduleInWords(habit.schedule), amountOfToday(habit), periodWords(habit), streakWords(habit)]
  return (
    <>
      <LedgerRow
        mark={<HabitMark habit={habit} />}
        className={className}
        title={
          <Link
            to="/habits/$id"
            params={{ id: habit.id }}
            className="-my-1.5 flex min-h-11 items-center py-1.5 underline-offset-3 hover:underline"
          >
            {habit.name}
          </Link>
        }
        note={
          <span className="-mt-2 block pb-1">
            {note.filter(Boolean).join(' · ')}
            {theme && isNamed && (
              <>
                {' · '}
                <ThemeTag theme={theme} />
              </>
            )}
          </span>
        }
        status={<Status habit={habit} />}
        action={
          habit.is_archived ? (
            <RowAction onClick={() => restore(habit)} aria-label={t`Restore ${habit.name}`}>
              <Trans>Restore</Trans>
            </RowAction>
          ) : (
            place && (
              <Grip id={habit.id} name={habit.name} onRow={onRow} className="hidden min-[30rem]:grid" />
            )
          )
        }
        menu={{ label: t`More about ${habit.name}`, items }}
      />
      {overlay}
    </>
  )
}

function Status({ habit }: { habit: HabitRead }) {
  const { t } = useLingui()
  if (habit.state_today === 'paused')
    return (
      <Pill icon="pause">
        <Trans>paused</Trans>
      </Pill>
    )
  return (
    <span className="figure hidden text-head text-ink-3 min-[30rem]:block" title={t`Strength`}>
      <span className="sr-only">{t`Strength ${habit.strength} of 100`}</span>
      <span aria-hidden="true">{habit.strength}</span>
    </span>
  )
}
