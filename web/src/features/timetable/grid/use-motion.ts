/**
 * What moves on the grid: a session that is moved or stretched by hand or by keys, or one that is being drawn. Hands
 * work through dnd-kit on the one surface of the grid; what was taken hold of is told by the element under the hand.
 */
import {
  type DragEndEvent,
  type DragMoveEvent,
  type DragStartEvent,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { type RefObject, useRef, useState } from 'react'
import { type Block, takesPlace } from './blocks'
import {
  type Bounds,
  drawn,
  endMovedBy,
  movedBy,
  type Place,
  type Stretch,
  samePlace,
  startMovedBy,
} from './geometry'

type Grip = 'move' | 'start' | 'end'

export interface Motion {
  /** Undefined while a new session is drawn. */
  block?: Block | undefined
  place: Place
  by: 'hand' | 'keys'
}

/** What the hand holds, and where it was when it took hold. */
interface Held {
  grip: Grip | 'draw'
  block: Block | undefined
  from: Place
  isTouch: boolean
  at: { x: number; y: number }
}

export interface Surface {
  /** Pixels of a minute. */
  scale: number
  hours: Stretch
  bounds: Bounds
  body: RefObject<HTMLElement | null>
}

interface Handlers {
  onPut: (block: Block, place: Place) => void
  onDraw: (place: Place) => void
  /** A finger that held and did not move. */
  onHold: (block: Block, at: { x: number; y: number }) => void
}

/** A session that is on this date, or in the pattern; what went elsewhere is moved from where it is. */
export const canMove = (block: Block): boolean =>
  takesPlace(block) || (block.plannedOn === null && block.state === 'cancelled')

export function useMotion(blocks: readonly Block[], surface: Surface, handlers: Handlers) {
  const [motion, setMotion] = useState<Motion>()
  const held = useRef<Held>(undefined)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 280, tolerance: 8 } }),
  )
  const begin = ({ activatorEvent }: DragStartEvent) => {
    const found = heldBy(activatorEvent, blocks, surface)
    held.current = found
    if (!found) return
    if (found.isTouch) navigator.vibrate?.(10)
    setMotion({ block: found.block, place: found.from, by: 'hand' })
  }
  const go = ({ delta }: DragMoveEvent) => {
    const now = held.current
    if (!now) return
    const place = draggedTo(now, delta, surface)
    setMotion((current) =>
      current && samePlace(current.place, place) ? current : { block: now.block, place, by: 'hand' },
    )
  }
  const stop = () => {
    held.current = undefined
    setMotion(undefined)
  }
  const end = ({ delta }: DragEndEvent) => {
    const now = held.current
    stop()
    if (!now) return
    // The last move may not have been drawn yet.
    const place = draggedTo(now, delta, surface)
    if (!now.block) handlers.onDraw(place)
    else if (!samePlace(place, now.from)) handlers.onPut(now.block, place)
    else if (now.isTouch) handlers.onHold(now.block, now.at)
  }
  return {
    motion,
    setMotion,
    drag: { sensors, onDragStart: begin, onDragMove: go, onDragEnd: end, onDragCancel: stop },
  }
}

function pointOf(event: Event): { x: number; y: number } {
  const point = 'touches' in event ? (event as TouchEvent).touches[0] : (event as MouseEvent)
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 }
}

function heldBy(event: Event, blocks: readonly Block[], surface: Surface): Held | undefined {
  const target = event.target instanceof Element ? event.target : null
  const key = target?.closest<HTMLElement>('[data-block]')?.dataset.block
  const grip = (target?.closest<HTMLElement>('[data-grip]')?.dataset.grip ?? 'move') as Grip
  const at = pointOf(event)
  const isTouch = 'touches' in event
  if (key === undefined) {
    const from = placeAt(at, surface)
    return from && { grip: 'draw', block: undefined, from: { ...from, minutes: 15 }, isTouch, at }
  }
  const block = blocks.find((each) => each.key === key)
  if (!block || !canMove(block)) return undefined
  const { day, starts, minutes } = block
  return { grip, block, from: { day, starts, minutes }, isTouch, at }
}

/** The column and minute under a point. */
export function placeAt(
  at: { x: number; y: number },
  { body, bounds, hours, scale }: Surface,
): { day: number; starts: number } | undefined {
  const box = body.current?.getBoundingClientRect()
  if (!box) return undefined
  const day = Math.floor(((at.x - box.left) / box.width) * bounds.days)
  const starts = Math.round(hours.starts + (at.y - box.top) / scale)
  return { day: Math.min(bounds.days - 1, Math.max(0, day)), starts: Math.min(1439, Math.max(0, starts)) }
}

function draggedTo(held: Held, delta: { x: number; y: number }, surface: Surface): Place {
  const { bounds, scale, body } = surface
  const minutes = Math.round(delta.y / scale)
  const width = (body.current?.clientWidth ?? 1) / bounds.days
  switch (held.grip) {
    case 'draw':
      return drawn(held.from.day, held.from.starts, held.from.starts + minutes, bounds.edges)
    case 'start':
      return startMovedBy(held.from, minutes, bounds)
    case 'end':
      return endMovedBy(held.from, minutes, bounds)
    default:
      return movedBy(held.from, { days: Math.round(delta.x / width), minutes }, bounds)
  }
}
