/** Gives the focus back to what had it when an overlay opened; Radix does so only for overlays with a trigger of its own. */
import { useRef } from 'react'

export function useFocusReturn() {
  const opener = useRef<Element | null>(null)
  return {
    remember: () => {
      opener.current = document.activeElement
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault()
      // What was done may have put the focus elsewhere by now.
      const isFree = document.activeElement === null || document.activeElement === document.body
      // What opened it may be gone with what was done in it.
      const back = opener.current?.isConnected ? opener.current : document.getElementById('main')
      if (isFree && back instanceof HTMLElement) back.focus({ preventScroll: back !== opener.current })
    },
  }
}
