/** The ledger of habits; in the person's own order its rows can be moved. */
import { useLingui } from '@lingui/react/macro'
import type { HabitRead } from '@/api'
import { LedgerList } from '@/ui'
import { Sortable } from '@/ui/sortable'
import { useOrder } from './actions'
import type { HabitSearch } from './filters'
import { HabitRow } from './habit-row'

interface LedgerProps {
  habits: readonly HabitRead[]
  search: HabitSearch
}

export function HabitLedger({ habits, search }: LedgerProps) {
  const { t } = useLingui()
  const order = useOrder()
  // The order of a filtered list would say nothing about the habits that are not in it.
  const sortable = !search.sort && !search.status && !search.schedule_kind && habits.length > 1
  return (
    <Sortable rows={habits} onOrder={order.mutate}>
      {(placeOf) => (
        <LedgerList timeless label={t`Habits`} className="mt-3!">
          {habits.map((habit, index) => (
            <HabitRow key={habit.id} habit={habit} {...(sortable && { place: placeOf(index) })} />
          ))}
        </LedgerList>
      )}
    </Sortable>
  )
}
