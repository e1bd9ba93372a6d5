/** A swipe to the side with one finger: right for the day before, left for the day after. */
import { type TouchEvent, useRef } from 'react'

const FAR_PX = 64
/** Swipes from the edge belong to the system. */
const EDGE_PX = 24

export function useSwipe(onRight: () => void, onLeft: (() => void) | undefined) {
  const start = useRef<{ x: number; y: number } | undefined>(undefined)
  return {
    onTouchStart(event: TouchEvent) {
      const touch = event.touches[0]
      const isOne = event.touches.length === 1 && touch
      const isInside = touch && touch.clientX > EDGE_PX && touch.clientX < innerWidth - EDGE_PX
      start.current = isOne && isInside ? { x: touch.clientX, y: touch.clientY } : undefined
    },
    onTouchEnd(event: TouchEvent) {
      const touch = event.changedTouches[0]
      if (!start.current || !touch || isInOverlay(event.target)) return
      const [dx, dy] = [touch.clientX - start.current.x, touch.clientY - start.current.y]
      start.current = undefined
      if (Math.abs(dx) < FAR_PX || Math.abs(dx) < 2 * Math.abs(dy)) return
      if (dx > 0) onRight()
      else onLeft?.()
    },
    onTouchCancel() {
      start.current = undefined
    },
  }
}

const isInOverlay = (target: EventTarget) =>
  target instanceof Element && target.closest('[role=dialog], [role=menu]') !== null
