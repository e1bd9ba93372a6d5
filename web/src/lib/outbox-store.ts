/** The rows behind src/lib/outbox.ts: one row per write that the server has not taken yet, in IndexedDB. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

export type Method = 'PUT' | 'POST' | 'DELETE' | 'PATCH'

export interface Refusal {
  status: number
  code: string
  message: string
  requestId?: string
}

/** `id` is the idempotency key. A row survives crashes; only the server's yes or the person removes it. */
export interface Op {
  seq: number
  id: string
  /** The person who wrote it; sent only while this person is signed in. */
  owner: string
  /** Writes of one lane are sent in order. */
  lane: string
  method: Method
  url: string
  body?: unknown
  /** What it is, in the person's words, for the list of what waits. */
  label: string
  /** Milliseconds since the epoch: when it was written, and before which it is not tried again. */
  at: number
  notBefore: number
  tries: number
  /** Set when the server refused it: it waits for the person and holds up nothing. */
  refusal?: Refusal
}

export type NewOp = Omit<Op, 'seq'>

interface Schema extends DBSchema {
  ops: { key: number; value: NewOp & { seq?: number }; indexes: { id: string } }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

function database() {
  opened ??= openDB<Schema>('almanac-outbox', 1, {
    upgrade(db) {
      db.createObjectStore('ops', { keyPath: 'seq', autoIncrement: true }).createIndex('id', 'id', {
        unique: true,
      })
    },
  })
  return opened
}

/** One transaction that is on the disk when it is done, not only handed to the system. */
async function transaction() {
  const db = await database()
  return db.transaction('ops', 'readwrite', { durability: 'strict' })
}

export const readAll = async (): Promise<Op[]> => (await (await database()).getAll('ops')) as Op[]

/** Add a row; rows for which `supersedes` answers true go in the same transaction. */
export async function add(op: NewOp, supersedes: (older: Op) => boolean): Promise<void> {
  const tx = await transaction()
  for (const older of (await tx.store.getAll()) as Op[])
    if (supersedes(older)) await tx.store.delete(older.seq)
  await tx.store.add(op)
  await tx.done
}

/** Change a row if it is still there; `change` answers undefined to remove it. Answers the row as it is now. */
export async function update(seq: number, change: (op: Op) => Op | undefined): Promise<Op | undefined> {
  const tx = await transaction()
  const op = (await tx.store.get(seq)) as Op | undefined
  const next = op && change(op)
  if (next) await tx.store.put(next)
  else if (op) await tx.store.delete(seq)
  await tx.done
  return next
}

/** Take a row out and put what `change` makes of it at the end of the line. */
export async function requeue(seq: number, change: (op: Op) => NewOp): Promise<void> {
  const tx = await transaction()
  const op = (await tx.store.get(seq)) as Op | undefined
  if (op) {
    await tx.store.delete(seq)
    await tx.store.add(change(op))
  }
  await tx.done
}

/** Take out, at one moment, the rows that `choose` picks from all of them, oldest first. Answers what was taken. */
export async function take(choose: (ops: readonly Op[]) => readonly Op[]): Promise<readonly Op[]> {
  const tx = await transaction()
  const taken = choose((await tx.store.getAll()) as Op[])
  for (const op of taken) await tx.store.delete(op.seq)
  await tx.done
  return taken
}
