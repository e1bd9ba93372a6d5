/**
 * What a write to a session makes of its row until the server has answered, painted at once and again from what waits
 * in the outbox. The day only ticks, cancels and restores; everything else is the timetable's.
 */
import type { EntryState, SessionEntry, Today } from '@/api'
import type { Op } from '@/lib/outbox'
import { changeRows, type Entry, isSession } from './entries'

const ADDRESS = /^\/api\/v1\/routines\/[\w-]+\/sessions\/([\w-]+)\/(t|c|m)\w+\/?(.*)$/

export const laneOf = ({ routine, id }: SessionEntry) => `routines/${routine.id}/sessions/${id}`

/** A session's date is known by the day it was planned on; what is done to a series has no date. */
export const rowKey = (id: string, date: string) => `${id} ${date}`

type Write = Pick<Op, 'url' | 'method' | 'body'>

/** The row that a write in the outbox is about; undefined when it is about something else. */
export function sessionRowOf({ url }: Pick<Op, 'url'>): string | undefined {
  const [, id, , date = ''] = ADDRESS.exec(url) ?? []
  return id && rowKey(id, date)
}

/** The row as this write leaves it. */
function sessionAfter(entry: SessionEntry, { url, method, body }: Write, isPast: boolean): SessionEntry {
  const [, , part, date] = ADDRESS.exec(url) ?? []
  const isSet = method === 'PUT'
  if (part === 'c' && isSet) {
    const { reason } = body as { reason: string }
    const cancelled_by = date ? 'date' : 'series'
    return { ...entry, state: 'cancelled', cancelled_by, reason, actions: ['restore'] }
  }
  const state = stateOf(entry, part === 't' && isSet, isPast)
  const actions = entry.session_kind === 'task' ? [state === 'done' ? 'undo' : 'done', 'cancel'] : ['cancel']
  return { ...entry, state, cancelled_by: null, reason: '', actions }
}

function stateOf({ session_kind }: SessionEntry, isTicked: boolean, isPast: boolean): EntryState {
  if (session_kind === 'class') return isPast ? 'done' : 'open'
  return isTicked ? 'done' : isPast ? 'missed' : 'open'
}

/** The day with what is done to its sessions, in order. */
export const dayAfterSessions = (day: Today, writes: readonly Write[]): Today =>
  writes.reduce((shown, write) => {
    const row = sessionRowOf(write)
    const isOwn = (entry: Entry): entry is SessionEntry =>
      isSession(entry) &&
      entry.moved_to === null &&
      (rowKey(entry.id, entry.planned_on) === row || rowKey(entry.id, '') === row)
    const isPast = day.date < day.today
    return row
      ? changeRows(shown, (entry) => (isOwn(entry) ? sessionAfter(entry, write, isPast) : entry))
      : shown
  }, day)
