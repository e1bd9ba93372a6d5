/** How long the outbox waits before it tries again: what the server asked for, else twice as long each time. */
import type { Op } from './outbox-store'
import type { Problem } from './problem'

const LONGEST_PAUSE_MS = 5 * 60_000

/** A refusal that says nothing about what was sent. */
export const isPassing = (status: number) => status === 408 || status === 425 || status >= 500

export const pauseMs = (tries: number) => Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** Math.min(tries, 12))

export const waitMs = (op: Op, problem: Problem) =>
  problem.retryAfter === undefined ? pauseMs(op.tries) : Math.min(problem.retryAfter * 1000, LONGEST_PAUSE_MS)
