/** Handlers that stay the same ones while they do what was given last: what they are passed to is not drawn anew. */
import { useEffect, useRef, useState } from 'react'
import type { BlockHandlers } from './day-surface'

export function useSteady(given: BlockHandlers): BlockHandlers {
  const latest = useRef(given)
  useEffect(() => {
    latest.current = given
  })
  const [steady] = useState<BlockHandlers>(() => ({
    onOpen: (block) => latest.current.onOpen(block),
    onRestore: (block) => latest.current.onRestore(block),
    onMenu: (block, at, opener) => latest.current.onMenu(block, at, opener),
    onKeyDown: (event, block) => latest.current.onKeyDown(event, block),
    onFocus: (block) => latest.current.onFocus(block),
    onBlur: () => latest.current.onBlur(),
  }))
  return steady
}
