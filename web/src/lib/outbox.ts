/**
 * Offline writes: kept in IndexedDB until the server has taken them, sent once in the order of their lane.
 *
 * - Nothing is dropped in silence. A refusal (404 and 410 as well) parks the write, where the person sees it and
 *   edits, retries or discards it. A parked write holds up nothing, not even its own lane.
 * - A lost response, a kill or a second tab sends the same write again under the same idempotency key, never
 *   another one. One tab sends at a time (Web Locks, where the browser has them).
 * - A PUT or DELETE replaces older ones to the same address that were never tried.
 * - 401 stops and keeps everything; a write is sent only for the person who made it.
 * - No answer, 408, 425, 429, 5xx: later, after Retry-After or a growing pause. A lane waits for its first write.
 */
import { newId } from './ids'
import { changed, hearOthers, tell, tellOf } from './outbox-events'
import { isPassing, pauseMs, waitMs } from './outbox-pauses'
import { add, type NewOp, type Op, readAll, requeue, take, update } from './outbox-store'
import { type Problem, problemOf, refusalMessage } from './problem'
import { signalSignedOut } from './signed-out'

export { onParked, onSent, subscribe } from './outbox-events'
export type { Op, Refusal } from './outbox-store'

const TIMEOUT_MS = 20_000
const TICK_MS = 30_000
/** A write that makes the server fail (500) this often is parked: it would fail for ever and hold up its lane. */
const FAILURES_TO_PARK = 8

let owner: string | null = null
let pausedUntil = 0

const own = async () => (await readAll()).filter((op) => op.owner === owner)

/** What waits to be sent, oldest first. */
export const pending = async (): Promise<Op[]> => (await own()).filter((op) => !op.refusal)
/** What was refused and waits for the person. */
export const parked = async (): Promise<Op[]> => (await own()).filter((op) => op.refusal)

/** How many writes are kept in this browser for people who are not signed in now. */
export const countOthers = async (): Promise<number> =>
  (await readAll()).filter((op) => op.owner !== owner).length

/** The person who is signed in, or null. Writes of others stay and are not sent. */
export function setOwner(userId: string | null): void {
  owner = userId
  pausedUntil = 0
  tell()
  void flush()
}

/** Keep a write until the server has it. Resolves when it is safely stored, and sends it as soon as possible. */
export async function enqueue(write: Pick<Op, 'lane' | 'method' | 'url' | 'body' | 'label'>): Promise<void> {
  if (!owner) throw new Error('the outbox takes writes of a signed-in person only')
  const op: NewOp = { ...write, id: newId(), owner, at: Date.now(), notBefore: 0, tries: 0 }
  await add(op, (older) => replaces(op, older))
  changed()
  void flush()
}

const whole = (method: string) => method === 'PUT' || method === 'DELETE'

const replaces = (op: NewOp, older: Op) =>
  whole(op.method) &&
  whole(older.method) &&
  older.url === op.url &&
  older.owner === op.owner &&
  older.tries === 0 &&
  !older.refusal

const find = async (id: string) => (await own()).find((op) => op.id === id)

/** Send a refused write again as it is, after everything that waits. */
export async function retry(id: string): Promise<void> {
  await again(id, {})
}

/** Send a refused write with another body: a new write to the server, so under a new key. */
export async function edit(id: string, body: unknown): Promise<void> {
  await again(id, { id: newId(), body })
}

async function again(id: string, change: Partial<Op>) {
  const op = await find(id)
  if (!op?.refusal) return
  await requeue(op.seq, ({ seq: _seq, refusal: _refusal, ...rest }) => ({
    ...rest,
    ...change,
    tries: 0,
    notBefore: 0,
  }))
  changed()
  void flush()
}

/** Give a refused write up. What is on its way cannot be discarded: nobody knows whether the server has it. */
export async function discard(id: string): Promise<void> {
  const op = await find(id)
  if (!op?.refusal) return
  await update(op.seq, () => undefined)
  changed()
}

/**
 * Take back what waits in a lane and in those of its parts, if it begins with the making of its thing and nothing of it
 * was ever tried: as if the thing had not been made. Answers what was taken, oldest first; nothing if the server may know of the thing.
 */
export async function unmake(lane: string): Promise<readonly Op[]> {
  const mine = owner
  const taken = await take((all) => {
    const ops = all.filter((op) => op.owner === mine && isWithin(op.lane, lane))
    return ops[0]?.method === 'PUT' && ops.every((op) => op.tries === 0) ? ops : []
  })
  changed()
  return taken
}

/** Give up everything of the person who is signed in; only after asking, at sign-out. */
export async function discardAll(): Promise<void> {
  const mine = owner
  await take((all) => all.filter((op) => op.owner === mine))
  changed()
}

let running: Promise<void> | undefined
let wanted = false

/** Send what can be sent. Calls while one runs are folded into one more round. */
export function flush(): Promise<void> {
  wanted = true
  running ??= rounds().finally(() => {
    running = undefined
  })
  return running
}

async function rounds() {
  while (wanted) {
    wanted = false
    await alone(sendAll)
  }
}

/** One tab at a time. Web Locks need a secure context; on plain http two tabs are told apart by the server's keys. */
const alone = (work: () => Promise<void>) =>
  navigator.locks ? navigator.locks.request('almanac-outbox', work) : work()

async function sendAll() {
  for (;;) {
    if (!navigator.onLine || !owner || Date.now() < pausedUntil) return
    const op = nextOf(await pending(), Date.now())
    if (!op) return
    const goOn = await attempt(op)
    changed()
    if (!goOn) return
  }
}

/** Whether a lane is this one or leads from it: a routine's has one of its own for each session (`routines/1/sessions/2`). */
const isWithin = (lane: string, of: string) => lane === of || lane.startsWith(`${of}/`)

/** The first write whose lane is free: a lane is held up by its own first write, and by those of what it is a part of. */
function nextOf(ops: readonly Op[], now: number): Op | undefined {
  const held: string[] = []
  for (const op of ops) {
    if (held.some((lane) => isWithin(op.lane, lane))) continue
    if (op.notBefore <= now) return op
    held.push(op.lane)
  }
  return undefined
}

/** Send one write. Answers whether the next may be tried at once. */
async function attempt(found: Op): Promise<boolean> {
  // Counted before it leaves: from here on nobody knows whether the server has it, so nothing may replace it.
  const op = await update(found.seq, (row) => ({ ...row, tries: row.tries + 1 }))
  if (!op) return true
  let response: Response
  try {
    response = await send(op)
  } catch {
    pausedUntil = Date.now() + pauseMs(op.tries)
    return false
  }
  if (response.ok) return accepted(op, response)
  return refused(op, await problemOf(response, Date.now()))
}

const send = (op: Op) =>
  fetch(op.url, {
    method: op.method,
    credentials: 'same-origin',
    headers: {
      'idempotency-key': op.id,
      ...(op.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(op.body !== undefined && { body: JSON.stringify(op.body) }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })

async function accepted(op: Op, response: Response): Promise<boolean> {
  const answer: unknown = await response.json().catch(() => null)
  await update(op.seq, () => undefined)
  tellOf(op, answer)
  return true
}

async function refused(op: Op, problem: Problem): Promise<boolean> {
  if (problem.status === 401) {
    pausedUntil = Number.POSITIVE_INFINITY
    signalSignedOut()
    return false
  }
  if (problem.status === 429 || problem.status === 503) {
    pausedUntil = Date.now() + waitMs(op, problem)
    return false
  }
  if (isPassing(problem.status) && !(problem.status === 500 && op.tries >= FAILURES_TO_PARK)) {
    await update(op.seq, (row) => ({ ...row, notBefore: Date.now() + waitMs(op, problem) }))
    return true
  }
  await park(op, problem)
  return true
}

async function park(op: Op, problem: Problem) {
  const { status, code, requestId } = problem
  const refusal = { status, code, message: refusalMessage(problem), ...(requestId && { requestId }) }
  const row = await update(op.seq, (current) => ({ ...current, refusal }))
  if (row) tellOf(row)
}

/** Try again whenever there is reason to hope. Answers a function that stops it. */
export function startOutbox(): () => void {
  const hopeful = () => {
    if (pausedUntil !== Number.POSITIVE_INFINITY) pausedUntil = 0
    void flush()
  }
  const seen = () => {
    if (document.visibilityState === 'visible') void flush()
  }
  addEventListener('online', hopeful)
  document.addEventListener('visibilitychange', seen)
  const deaf = hearOthers(() => owner)
  const timer = setInterval(() => void flush(), TICK_MS)
  void flush()
  return () => {
    removeEventListener('online', hopeful)
    document.removeEventListener('visibilitychange', seen)
    deaf()
    clearInterval(timer)
  }
}
