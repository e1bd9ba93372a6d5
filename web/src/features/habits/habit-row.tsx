/** One habit as a ledger row: today's mark, name, schedule and streak in words, strength, and what can be done. */
import { useDraggable, useDroppable } from '@dnd-kit/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { HabitRead } from '@/api'
import { scheduleInWords } from '@/lib/schedule-words'
import { Icon, LedgerRow, Pill, RowAction } from '@/ui'
import { useHabitActions } from './actions'
import { HabitMark } from './habit-mark'
import { type Place, useHabitMenu } from './habit-menu'
import { amountOfToday, periodWords, streakWords } from './words'

export function HabitRow({ habit, place }: { habit: HabitRead; place?: Place }) {
  const { t } = useLingui()
  const { items, overlay } = useHabitMenu(habit, place)
  const { restore } = useHabitActions()
  const drop = useDroppable({ id: habit.id, disabled: !place })
  const note = [scheduleInWords(habit.schedule), amountOfToday(habit), periodWords(habit), streakWords(habit)]
  const over = place && drop.isOver && !place.lifted
  const line = over
    ? place.from > place.index
      ? 'shadow-[0_-2px_0_var(--accent)]'
      : 'shadow-[0_2px_0_var(--accent)]'
    : ''
  return (
    <>
      <LedgerRow
        mark={<HabitMark habit={habit} />}
        className={place?.lifted ? 'bg-sunk' : line}
        title={
          <Link
            to="/habits/$id"
            params={{ id: habit.id }}
            className="-my-1.5 flex min-h-11 items-center py-1.5 underline-offset-3 hover:underline"
          >
            {habit.name}
          </Link>
        }
        note={<span className="-mt-2 block pb-1">{note.filter(Boolean).join(' · ')}</span>}
        status={<Status habit={habit} />}
        action={
          habit.is_archived ? (
            <RowAction onClick={() => restore(habit)} aria-label={t`Restore ${habit.name}`}>
              <Trans>Restore</Trans>
            </RowAction>
          ) : (
            place && <Grip habit={habit} onRow={drop.setNodeRef} />
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

/** Moves the row by drag or by keys. The row around it is where another one can be dropped. */
function Grip({ habit, onRow }: { habit: HabitRead; onRow: (row: HTMLElement | null) => void }) {
  const { t } = useLingui()
  const drag = useDraggable({ id: habit.id, attributes: { roleDescription: t`movable` } })
  const attach = (element: HTMLElement | null) => {
    const row = element?.closest('li') ?? null
    drag.setNodeRef(row)
    drag.setActivatorNodeRef(element)
    onRow(row)
  }
  return (
    <button
      type="button"
      {...drag.attributes}
      {...drag.listeners}
      ref={attach}
      aria-label={t`Move ${habit.name}`}
      className="hidden size-11 cursor-grab touch-none place-items-center rounded-control text-ink-3 hover:bg-sunk hover:text-ink min-[30rem]:grid"
    >
      <Icon name="grip" />
    </button>
  )
}
