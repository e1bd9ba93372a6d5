/** All timetables: opened, put in order, copied, deleted. Loaded when it is first opened. */
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { RoutineSummary } from '@/api'
import { dateSpan } from '@/lib/date-spans'
import { mediumDate } from '@/lib/dates'
import { buttonLook, Icon, LedgerList, LedgerRow, Pill, Sheet } from '@/ui'
import { type Place, useMoveItems } from '@/ui/move-items'
import { Grip, Sortable, useSortableRow } from '@/ui/sortable'
import { sessionsInWords } from '../words'
import { useDuplicateRoutine, useOrderRoutines, useRemoveRoutine } from './routine-changes'

interface ListProps {
  routines: readonly RoutineSummary[]
  onClose: () => void
}

export function RoutineListSheet({ routines, onClose }: ListProps) {
  const { t } = useLingui()
  const order = useOrderRoutines()
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={t`Timetables`}
      footer={
        <Link to="/timetable/new" className={buttonLook('primary')}>
          <Icon name="plus" />
          <Trans>New timetable</Trans>
        </Link>
      }
    >
      <Sortable rows={routines} onOrder={order}>
        {(placeOf) => (
          <LedgerList timeless label={t`Timetables`} className="-mt-2!">
            {routines.map((routine, index) => (
              <RoutineRow
                key={routine.id}
                routine={routine}
                place={routines.length > 1 ? placeOf(index) : undefined}
                onClose={onClose}
              />
            ))}
          </LedgerList>
        )}
      </Sortable>
    </Sheet>
  )
}

interface RowProps {
  routine: RoutineSummary
  place: Place | undefined
  onClose: () => void
}

function RoutineRow({ routine, place, onClose }: RowProps) {
  const { t } = useLingui()
  const { id, name } = routine
  const remove = useRemoveRoutine()
  const duplicate = useDuplicateRoutine()
  const moves = useMoveItems(place)
  const { onRow, className } = useSortableRow(id, place)
  const items = [
    ...moves,
    ...(moves.length > 0 ? [null] : []),
    {
      label: t`Duplicate`,
      icon: 'plus' as const,
      onSelect: () => duplicate.mutate(routine, { onSuccess: onClose }),
    },
    null,
    {
      label: t`Delete`,
      icon: 'trash' as const,
      danger: true,
      onSelect: () => {
        onClose()
        remove(routine)
      },
    },
  ]
  return (
    <LedgerRow
      className={className}
      mark={
        place ? (
          <Grip id={id} name={name} onRow={onRow} />
        ) : (
          <span className="grid size-11 place-items-center text-ink-2">
            <Icon name="calendar" />
          </span>
        )
      }
      title={
        <Link
          to="/timetable/$routineId"
          params={{ routineId: id }}
          onClick={onClose}
          className="-my-1.5 flex min-h-11 items-center underline-offset-3 hover:underline"
        >
          {name}
        </Link>
      }
      note={<About routine={routine} />}
      status={routine.is_shared && <Pill>{t`shared`}</Pill>}
      menu={{ label: t`More about ${name}`, items }}
    />
  )
}

/** "12 sessions · 2 weeks · 1 Sept – 18 Dec 2026". */
function About({ routine }: { routine: RoutineSummary }) {
  const { t, i18n } = useLingui()
  const { sessions_count, rotation_weeks, valid_from, valid_to } = routine
  const parts = [
    sessionsInWords(sessions_count),
    rotation_weeks > 1 && plural(rotation_weeks, { one: '# week', other: '# weeks in turn' }),
    valid_from && valid_to
      ? dateSpan(valid_from, valid_to, i18n.locale)
      : valid_to && t`until ${mediumDate(valid_to, i18n.locale)}`,
  ]
  return <span className="-mt-2 block pb-1">{parts.filter(Boolean).join(' · ')}</span>
}
