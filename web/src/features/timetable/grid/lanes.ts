/**
 * Lanes: blocks that overlap, directly or through others, stand side by side in the fewest lanes. The same rule as the
 * server's (docs/domain/timetable.md), so that what is moved here already stands where it will stand.
 */
import type { Stretch } from './geometry'

export interface Lane {
  /** From 0. */
  index: number
  of: number
}

/** The lanes of blocks, in their order. Earlier blocks come first, of one start the longer, then the one before. */
export function lanesOf(blocks: readonly Stretch[]): Lane[] {
  const lanes: Lane[] = blocks.map(() => ({ index: 0, of: 1 }))
  const order = blocks
    .map((block, number) => ({ ...block, number }))
    .toSorted((a, b) => a.starts - b.starts || b.ends - a.ends || a.number - b.number)
  let group: Lane[] = []
  /** When each lane of the group is free again. */
  let free: number[] = []
  for (const { starts, ends, number } of order) {
    if (free.every((at) => at <= starts)) [group, free] = [[], []]
    const found = free.findIndex((at) => at <= starts)
    const index = found === -1 ? free.length : found
    free[index] = ends
    const lane = lanes[number] as Lane
    lane.index = index
    group.push(lane)
    for (const each of group) each.of = free.length
  }
  return lanes
}
