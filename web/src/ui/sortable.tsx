/**
 * Rows that a person puts in order: by drag with mouse or finger, by keys on the grip (told aloud), and by the menu
 * items that `Place.onMove` is for. Loaded with the pages that need it.
 */
import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useLingui } from '@lingui/react/macro'
import clsx from 'clsx'
import { type ReactNode, useMemo, useState } from 'react'
import { moved, nextRow } from '@/lib/reorder'
import { Icon } from './icon'
import type { Place } from './move-items'

interface Named {
  id: string
  name: string
}

interface SortableProps {
  rows: readonly Named[]
  /** All ids of these rows in their new order. */
  onOrder: (ids: string[]) => void
  children: (placeOf: (index: number) => Place) => ReactNode
}

export function Sortable({ rows, onOrder, children }: SortableProps) {
  const [dragged, setDragged] = useState<string>()
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: nextRow }),
  )
  const accessibility = { announcements: useAnnouncements(rows), screenReaderInstructions: useInstructions() }
  const ids = rows.map(({ id }) => id)
  const from = dragged === undefined ? -1 : ids.indexOf(dragged)
  const places = usePlaces(ids.join(' '), from, onOrder)
  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(undefined)
    if (over) places[ids.indexOf(String(active.id))]?.onMove(ids.indexOf(String(over.id)))
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragStart={({ active }) => setDragged(String(active.id))}
      onDragEnd={drop}
      onDragCancel={() => setDragged(undefined)}
      accessibility={accessibility}
    >
      {children((index) => places[index] as Place /* each row has one */)}
      <DragOverlay dropAnimation={null}>
        {dragged && (
          <div className="flex min-h-14 items-center rounded-control border border-edge bg-leaf px-4 text-row font-semibold shadow-float">
            {rows[from]?.name}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  )
}

/** The same places for the same rows: of a thousand rows only those that change are drawn again. */
function usePlaces(order: string, from: number, onOrder: SortableProps['onOrder']): readonly Place[] {
  return useMemo(() => {
    const ids = order.split(' ')
    return ids.map((id, index) => ({
      lifted: index === from,
      from,
      index,
      last: index === ids.length - 1,
      onMove: (to) => {
        const next = moved(ids, id, to)
        if (next) onOrder(next)
      },
    }))
  }, [order, from, onOrder])
}

function useInstructions() {
  const { t } = useLingui()
  return {
    draggable: t`To move, press space, then the arrow keys; space again to put down, Escape to leave.`,
  }
}

function useAnnouncements(rows: readonly Named[]): Announcements {
  const { t } = useLingui()
  const name = (id: unknown) => rows.find((row) => row.id === id)?.name ?? ''
  const place = (id: unknown) => rows.findIndex((row) => row.id === id) + 1
  const of = rows.length
  return {
    onDragStart: ({ active }) => t`${name(active.id)} picked up, place ${place(active.id)} of ${of}`,
    onDragOver: ({ active, over }) =>
      over ? t`${name(active.id)}: place ${place(over.id)} of ${of}` : undefined,
    onDragEnd: ({ active, over }) =>
      over ? t`${name(active.id)} put down at place ${place(over.id)} of ${of}` : undefined,
    onDragCancel: ({ active }) => t`${name(active.id)} stays where it was`,
  }
}

/** Makes a row a place where another can be put; without a place it stays as it is. */
export function useSortableRow(id: string, place: Place | undefined) {
  const drop = useDroppable({ id, disabled: !place })
  const isOver = place !== undefined && drop.isOver && !place.lifted
  return {
    /** For the Grip in this row. */
    onRow: drop.setNodeRef,
    className: clsx(
      place?.lifted && 'bg-sunk',
      isOver &&
        (place.from > place.index ? 'shadow-[0_-2px_0_var(--accent)]' : 'shadow-[0_2px_0_var(--accent)]'),
    ),
  }
}

interface GripProps {
  id: string
  name: string
  onRow: (row: HTMLElement | null) => void
  className?: string
}

/** Moves the row around it by drag or by keys. */
export function Grip({ id, name, onRow, className }: GripProps) {
  const { t } = useLingui()
  const drag = useDraggable({ id, attributes: { roleDescription: t`movable` } })
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
      aria-label={t`Move ${name}`}
      className={clsx(
        'size-11 cursor-grab touch-none place-items-center rounded-control text-ink-3 hover:bg-sunk hover:text-ink',
        className ?? 'grid',
      )}
    >
      <Icon name="grip" />
    </button>
  )
}
