/**
 * What was just ticked stays where it stood, so that the page does not jump under the finger: a task for as long as the
 * list is shown, a repeating one for the moment in which its tick is drawn; then its next date shows.
 */
import { useCallback, useMemo, useRef, useState } from 'react'
import type { TaskRead } from '@/api'

const A_MOMENT_MS = 1200

interface Tick {
  task: TaskRead
  /** The row before it, to find its place again when the list has lost it. */
  after: string | undefined
}

type Ticks = ReadonlyMap<string, Tick>

const NONE: Ticks = new Map()

/** The rows with what was ticked in its place. Where a task is open again the list itself knows best. */
export function withTicks(tasks: readonly TaskRead[], ticks: Ticks): TaskRead[] {
  const known = new Set(tasks.map(({ id }) => id))
  const rows = tasks.map((task) => {
    const tick = ticks.get(task.id)
    return tick?.task.status === 'done' ? tick.task : task
  })
  for (const { task, after } of ticks.values()) {
    if (known.has(task.id)) continue
    rows.splice(rows.findIndex(({ id }) => id === after) + 1, 0, task)
  }
  return rows
}

export interface Ticking {
  ticks: Ticks
  /** Show a task as it was just made: done, or open again. */
  hold: (task: TaskRead, rows: readonly TaskRead[]) => void
  /** It is shown as the list has it. */
  release: (ids: readonly string[]) => void
}

/** Another view begins with nothing held. */
export function useTicks(view: string): Ticking {
  const [held, setHeld] = useState({ view, ticks: NONE })
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())
  const change = useCallback(
    (next: (ticks: Ticks) => Ticks) =>
      setHeld((now) => ({ view, ticks: next(now.view === view ? now.ticks : NONE) })),
    [view],
  )
  const release = useCallback(
    (ids: readonly string[]) => change((ticks) => new Map([...ticks].filter(([id]) => !ids.includes(id)))),
    [change],
  )
  const hold = useCallback(
    (task: TaskRead, rows: readonly TaskRead[]) => {
      const before = rows[rows.findIndex(({ id }) => id === task.id) - 1]
      clearTimeout(timers.current.get(task.id))
      change((ticks) => new Map(ticks).set(task.id, { task, after: before?.id }))
      if (task.schedule)
        timers.current.set(
          task.id,
          setTimeout(() => release([task.id]), A_MOMENT_MS),
        )
    },
    [change, release],
  )
  const ticks = held.view === view ? held.ticks : NONE
  return useMemo(() => ({ ticks, hold, release }), [ticks, hold, release])
}
