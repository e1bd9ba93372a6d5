/** The ledger of habits. In the person's own order rows are moved by drag, by keys on the grip, and from the menu. */
import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { HabitRead } from '@/api'
import { LedgerList } from '@/ui'
import { useOrder } from './actions'
import type { HabitSearch } from './filters'
import { HabitRow } from './habit-row'
import { moved, nextRow } from './reorder'

interface LedgerProps {
  habits: readonly HabitRead[]
  search: HabitSearch
}

export function HabitLedger({ habits, search }: LedgerProps) {
  const { t } = useLingui()
  // The order of a filtered list would say nothing about the habits that are not in it.
  const sortable = !search.sort && !search.status && !search.schedule_kind
  if (sortable && habits.length > 1) return <SortableLedger habits={habits} />
  return (
    <LedgerList timeless label={t`Habits`} className="mt-3!">
      {habits.map((habit) => (
        <HabitRow key={habit.id} habit={habit} />
      ))}
    </LedgerList>
  )
}

function SortableLedger({ habits }: { habits: readonly HabitRead[] }) {
  const { t } = useLingui()
  const order = useOrder()
  const [dragged, setDragged] = useState<string>()
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: nextRow }),
  )
  const ids = habits.map((habit) => habit.id)
  const move = (id: string, to: number) => {
    const next = moved(ids, id, to)
    if (next) order.mutate(next)
  }
  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(undefined)
    if (over) move(String(active.id), ids.indexOf(String(over.id)))
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragStart={({ active }) => setDragged(String(active.id))}
      onDragEnd={drop}
      onDragCancel={() => setDragged(undefined)}
      accessibility={{ announcements: useAnnouncements(habits), screenReaderInstructions: useInstructions() }}
    >
      <LedgerList timeless label={t`Habits`} className="mt-3!">
        {habits.map((habit, index) => (
          <HabitRow
            key={habit.id}
            habit={habit}
            place={{
              lifted: habit.id === dragged,
              from: dragged === undefined ? -1 : ids.indexOf(dragged),
              index,
              last: index === habits.length - 1,
              onMove: (to) => move(habit.id, to),
            }}
          />
        ))}
      </LedgerList>
      <DragOverlay dropAnimation={null}>
        {dragged && (
          <div className="flex min-h-14 items-center rounded-control border border-edge bg-leaf px-4 text-row font-semibold shadow-float">
            {habits.find((habit) => habit.id === dragged)?.name}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  )
}

function useInstructions() {
  const { t } = useLingui()
  return {
    draggable: t`To move, press space, then the arrow keys; space again to put down, Escape to leave.`,
  }
}

function useAnnouncements(habits: readonly HabitRead[]): Announcements {
  const { t } = useLingui()
  const name = (id: unknown) => habits.find((habit) => habit.id === id)?.name ?? ''
  const place = (id: unknown) => habits.findIndex((habit) => habit.id === id) + 1
  const of = habits.length
  return {
    onDragStart: ({ active }) => t`${name(active.id)} picked up, place ${place(active.id)} of ${of}`,
    onDragOver: ({ active, over }) =>
      over ? t`${name(active.id)}: place ${place(over.id)} of ${of}` : undefined,
    onDragEnd: ({ active, over }) =>
      over ? t`${name(active.id)} put down at place ${place(over.id)} of ${of}` : undefined,
    onDragCancel: ({ active }) => t`${name(active.id)} stays where it was`,
  }
}
