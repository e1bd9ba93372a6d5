/** Cancelling one date of a session, and taking back whatever cancels it. */
import { t } from '@lingui/core/macro'
import type { SessionEntry } from '@/api'
import type { SessionActions, SessionChange } from './use-session-actions'

const cancelled = ({ title }: SessionEntry) => t`${title}: cancelled`
const restored = ({ title }: SessionEntry) => t`${title}: takes place`

export function cancel(entry: SessionEntry, reason: string, { write }: SessionActions): void {
  const part = `cancellations/${entry.planned_on}`
  write(entry, ['PUT', part, { reason }, cancelled(entry)], ['DELETE', part, undefined, restored(entry)])
}

/** One tap: the date of a holiday is held by moving it onto its own day, anything else is taken off it. */
export function restore(entry: SessionEntry, { write }: SessionActions): void {
  const [off, on] = restoring(entry)
  write(entry, off, on)
}

function restoring(entry: SessionEntry): [SessionChange, SessionChange] {
  const { planned_on: date, reason, cancelled_by } = entry
  const [yes, no] = [restored(entry), cancelled(entry)]
  if (cancelled_by === 'holiday') {
    const held = { on: entry.on, starts: entry.at, minutes: entry.minutes }
    return [
      ['PUT', `moves/${date}`, held, yes],
      ['DELETE', `moves/${date}`, undefined, no],
    ]
  }
  const part = cancelled_by === 'series' ? 'cancellation' : `cancellations/${date}`
  return [
    ['DELETE', part, undefined, yes],
    ['PUT', part, { reason }, no],
  ]
}
