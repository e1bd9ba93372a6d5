/** What the palette and single keys do while a timetable is open. */
import { useLingui } from '@lingui/react/macro'
import { useEffect, useMemo, useRef } from 'react'
import { type Command, useCommands } from '@/lib/commands'

interface Ways {
  onAdd: () => void
  onStep: (weeks: -1 | 1) => void
  /** To the pattern and back. */
  onView: () => void
}

export function useViewCommands(ways: Ways): void {
  const { t } = useLingui()
  // They change with everything that is shown; the commands stay.
  const latest = useRef(ways)
  useEffect(() => {
    latest.current = ways
  })
  const commands = useMemo<Command[]>(() => {
    const group = t`Timetable`
    const week = { group, keysOnly: true }
    return [
      {
        id: 'session-new',
        keys: 'c',
        title: t`New session`,
        group,
        icon: 'plus',
        run: () => latest.current.onAdd(),
      },
      {
        id: 'timetable-view',
        keys: 'v',
        title: t`Dates or pattern`,
        group,
        icon: 'timetable',
        run: () => latest.current.onView(),
      },
      {
        ...week,
        id: 'week-before',
        keys: 'h',
        title: t`The week before`,
        run: () => latest.current.onStep(-1),
      },
      { ...week, id: 'week-after', keys: 'l', title: t`The week after`, run: () => latest.current.onStep(1) },
      ...gridKeys({
        'ArrowUp ArrowDown ArrowLeft ArrowRight': t`Go to other sessions`,
        Enter: t`Open`,
        m: t`Pick up, then move with the arrows`,
        d: t`Duplicate`,
        x: t`Cancel or restore`,
        Delete: t`Delete`,
        '.': t`What can be done with it`,
      }).map((told) => ({ ...told, group: t`On a session of the timetable` })),
    ]
  }, [t])
  useCommands(commands)
}

/** The grid listens for them itself, on the session that has the focus. */
const gridKeys = (titles: Record<string, string>) =>
  Object.entries(titles).map(([keys, title]) => ({
    id: `grid-${keys}`,
    keys,
    title,
    keysOnly: true,
    isTold: true,
    run: () => undefined,
  }))
