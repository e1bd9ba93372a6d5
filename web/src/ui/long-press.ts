/** A long press by finger, and the right click, as one gesture. */
import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react'

const HOLD_MS = 480
const SLACK_PX = 10

export function useLongPress(onPress: (at: { x: number; y: number }) => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const start = useRef({ x: 0, y: 0 })
  const fired = useRef(false)
  const cancel = () => clearTimeout(timer.current)
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    onPointerDown(event: PointerEvent) {
      fired.current = false
      if (event.pointerType !== 'touch') return
      start.current = { x: event.clientX, y: event.clientY }
      cancel()
      timer.current = setTimeout(() => {
        fired.current = true
        onPress(start.current)
      }, HOLD_MS)
    },
    onPointerMove(event: PointerEvent) {
      const moved = Math.hypot(event.clientX - start.current.x, event.clientY - start.current.y)
      if (moved > SLACK_PX) cancel()
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
    /** The finger that held must not also tick what lies under it. */
    onClickCapture(event: MouseEvent) {
      if (!fired.current) return
      fired.current = false
      event.preventDefault()
      event.stopPropagation()
    },
    onContextMenu(event: MouseEvent) {
      event.preventDefault()
      cancel()
      if (!fired.current) onPress({ x: event.clientX, y: event.clientY })
    },
  }
}
