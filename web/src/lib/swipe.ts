/** A swipe to the side with one finger: right for the day before, left for the day after. */
import { type RefObject, useEffect } from 'react'

const FAR_PX = 64
/** Swipes from the edge belong to the system. */
const EDGE_PX = 24

interface Ways {
  onPrevious: () => void
  onNext: (() => void) | undefined
}

export function useSwipe(page: RefObject<HTMLElement | null>, { onPrevious, onNext }: Ways): void {
  useEffect(() => {
    const element = page.current
    let start: { x: number; y: number } | undefined
    const onStart = ({ touches }: TouchEvent) => {
      const [touch] = touches
      const isInside = touch && touch.clientX > EDGE_PX && touch.clientX < innerWidth - EDGE_PX
      start = touches.length === 1 && isInside ? { x: touch.clientX, y: touch.clientY } : undefined
    }
    const onEnd = ({ changedTouches, target }: TouchEvent) => {
      const [touch] = changedTouches
      if (!start || !touch || isInOverlay(target)) return
      const [dx, dy] = [touch.clientX - start.x, touch.clientY - start.y]
      start = undefined
      if (Math.abs(dx) < FAR_PX || Math.abs(dx) < 2 * Math.abs(dy)) return
      if (dx > 0) onPrevious()
      else onNext?.()
    }
    const onCancel = () => {
      start = undefined
    }
    element?.addEventListener('touchstart', onStart, { passive: true })
    element?.addEventListener('touchend', onEnd)
    element?.addEventListener('touchcancel', onCancel)
    return () => {
      element?.removeEventListener('touchstart', onStart)
      element?.removeEventListener('touchend', onEnd)
      element?.removeEventListener('touchcancel', onCancel)
    }
  }, [page, onPrevious, onNext])
}

const isInOverlay = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role=dialog], [role=menu]') !== null
