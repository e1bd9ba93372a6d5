/** Moving rows: which order comes out, and to which row a key press goes. */
import type { KeyboardCoordinateGetter } from '@dnd-kit/core'

/** The ids with one of them at another place; undefined when nothing would change. */
export function moved(ids: readonly string[], id: string, to: number): string[] | undefined {
  const from = ids.indexOf(id)
  if (from < 0 || to < 0 || to >= ids.length || to === from) return undefined
  const rest = ids.filter((other) => other !== id)
  return [...rest.slice(0, to), id, ...rest.slice(to)]
}

/** Up and down go a whole row at a time, to the nearest row in that direction. */
export const nextRow: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0
  if (step === 0) return undefined
  event.preventDefault()
  const tops = [...context.droppableRects.values()].map((rect) => rect.top).sort((a, b) => (a - b) * step)
  const top = tops.find((candidate) => (candidate - currentCoordinates.y) * step > 1)
  return top === undefined ? undefined : { x: currentCoordinates.x, y: top }
}
