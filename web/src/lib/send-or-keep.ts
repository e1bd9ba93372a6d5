/**
 * Saving what was typed in a form: sent at once, so that a refusal can be shown where it was typed. What cannot be sent
 * now, or must wait for an earlier write, is kept in the outbox instead.
 */
import { type Op, pending } from './outbox'
import { Problem } from './problem'

/** No answer, or one that says nothing about what was sent. */
const isPassing = (error: unknown) =>
  error instanceof Problem && (error.status === 0 || error.status === 429 || error.status >= 502)

interface Ways<Answer> {
  /** Whether a write that is kept already has to go first. */
  isBefore: (op: Op) => boolean
  send: () => Promise<{ data: Answer }>
  keep: () => Promise<void>
}

/** The server's answer; nothing where it is kept to be sent later. */
export async function sendOrKeep<Answer>(ways: Ways<Answer>): Promise<Answer | undefined> {
  const isFirst = !(await pending()).some(ways.isBefore)
  if (isFirst && navigator.onLine) {
    try {
      return (await ways.send()).data
    } catch (error) {
      if (!isPassing(error)) throw error
    }
  }
  await ways.keep()
  return undefined
}
