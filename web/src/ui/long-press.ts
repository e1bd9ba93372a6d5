/** A long press by finger, and the right click: one gesture, unless the finger that holds means something else. */
import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react'

const HOLD_MS = 480
const SLACK_PX = 10

type OnPress = (at: { x: number; y: number }) => void

export function useLongPress(onPress: OnPress, onHold: OnPress = onPress) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const start = useRef({ x: 0, y: 0 })
  const fired = useRef(false)
  const byFinger = useRef(false)
  const cancel = () => clearTimeout(timer.current)
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    onPointerDown(event: PointerEvent) {
      fired.current = false
      byFinger.current = event.pointerType === 'touch'
      if (!byFinger.current) return
      start.current = { x: event.clientX, y: event.clientY }
      cancel()
      timer.current = setTimeout(() => {
        fired.current = true
        onHold(start.current)
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
      if (fired.current) return
      // Where the system is quicker than the timer, its menu stands for the finger that holds.
      fired.current = byFinger.current
      const press = byFinger.current ? onHold : onPress
      press({ x: event.clientX, y: event.clientY })
    },
  }
}
