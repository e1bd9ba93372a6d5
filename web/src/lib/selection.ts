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

const NONE: ReadonlySet<string> = new Set()

/** With every row of a range, or with one row more or less. */
function chosenAfter(
  before: ReadonlySet<string>,
  id: string,
  range?: readonly string[],
): ReadonlySet<string> {
  if (range) return new Set([...before, ...range])
  return before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id])
}

/** `order` are the rows as they are shown; what is shown no more is selected no more. Another view begins anew. */
export function useSelection(order: readonly string[], view: string): Selection {
  const [made, setMade] = useState<{ view: string; chosen: ReadonlySet<string> | null }>({
    view,
    chosen: null,
  })
  const chosen = made.view === view ? made.chosen : null
  const last = useRef<string>(undefined)
  const shown = useRef(order)
  shown.current = order
  const ids = useMemo(() => chosen && new Set(order.filter((id) => chosen.has(id))), [chosen, order])
  const choose = useCallback((next: ReadonlySet<string> | null) => setMade({ view, chosen: next }), [view])
  const toggle = useCallback(
    (id: string, isRange = false) => {
      const from = last.current
      last.current = id
      setMade((now) => {
        const before = now.view === view ? now.chosen : null
        const range = isRange && before ? between(shown.current, from, id) : undefined
        return { view, chosen: chosenAfter(before ?? NONE, id, range) }
      })
    },
    [view],
  )
  const begin = useCallback(() => choose(new Set()), [choose])
  const all = useCallback(() => choose(new Set(shown.current)), [choose])
  const clear = useCallback(() => {
    last.current = undefined
    choose(null)
  }, [choose])
  return useMemo(() => ({ ids, toggle, begin, all, clear }), [ids, toggle, begin, all, clear])
}
