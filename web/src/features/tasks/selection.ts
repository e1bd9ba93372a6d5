/** Several rows at once: begun by shift-click, by the key x, by holding a row with the finger, or from a menu. */
import { useCallback, useMemo, useRef, useState } from 'react'

export interface Selection {
  /** Null while rows are ticked and opened as usual. */
  ids: ReadonlySet<string> | null
  /** One row more or less; with `range` every row from the last one chosen to this. */
  toggle: (id: string, range?: boolean) => void
  /** Nothing is chosen yet. */
  begin: () => void
  all: () => void
  clear: () => void
}

/** The ids from one to the other, in the order shown. */
export function between(order: readonly string[], from: string | undefined, to: string): string[] {
  const [start, end] = [order.indexOf(from ?? to), order.indexOf(to)].sort((a, b) => a - b)
  if (start === undefined || end === undefined || start < 0) return [to]
  return order.slice(start, end + 1)
}

/** `order` are the rows as they are shown; what is shown no more is selected no more. */
export function useSelection(order: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const last = useRef<string>(undefined)
  const shown = useRef(order)
  shown.current = order
  const ids = useMemo(() => chosen && new Set(order.filter((id) => chosen.has(id))), [chosen, order])
  const toggle = useCallback((id: string, range = false) => {
    const from = last.current
    last.current = id
    setChosen((now) => {
      const next = new Set(now)
      if (range && now) for (const other of between(shown.current, from, id)) next.add(other)
      else if (next.has(id)) next.delete(id)
      else next.add(id)
      return next
    })
  }, [])
  const begin = useCallback(() => setChosen(new Set()), [])
  const all = useCallback(() => setChosen(new Set(shown.current)), [])
  const clear = useCallback(() => {
    last.current = undefined
    setChosen(null)
  }, [])
  return useMemo(() => ({ ids, toggle, begin, all, clear }), [ids, toggle, begin, all, clear])
}
