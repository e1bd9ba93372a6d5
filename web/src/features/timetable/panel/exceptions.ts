/** What of a session is cancelled and moved, in words, with the write that takes it back and the one that repeats it. */
import { i18n } from '@lingui/core'
import { t } from '@lingui/core/macro'
import type { CancellationRead, MoveRead, SessionRead } from '@/api'
import { dateSpan } from '@/lib/date-spans'
import { mediumDate, weekdayShort } from '@/lib/dates'
import type { SessionWrite } from '@/lib/timetable-ops'
import { minutesOf } from '@/lib/wall-time'
import { timeSpan } from '../words'

export interface Exception {
  key: string
  /** First by date; the series before all. */
  on: string
  title: string
  note: string
  /** Says that it was taken back. */
  message: string
  back: SessionWrite
  again: SessionWrite
}

const day = (date: string) => `${weekdayShort(date, i18n.locale)}, ${mediumDate(date, i18n.locale)}`

function ofCancellation({ scope, first_on, last_on, reason }: CancellationRead): Exception | undefined {
  if (scope === 'series')
    return {
      key: 'series',
      on: '',
      title: t`Every date is cancelled`,
      note: reason,
      message: t`It takes place again`,
      back: { kind: 'restore-series' },
      again: { kind: 'cancel-series', reason },
    }
  if (!first_on || !last_on) return undefined
  if (scope === 'range')
    return {
      key: `${first_on} ${last_on}`,
      on: first_on,
      title: t`Cancelled ${dateSpan(first_on, last_on, i18n.locale)}`,
      note: reason,
      message: t`These days take place again`,
      back: { kind: 'uncancel', date: first_on, until: last_on },
      again: { kind: 'cancel', date: first_on, until: last_on, reason },
    }
  return {
    key: first_on,
    on: first_on,
    title: t`Cancelled on ${day(first_on)}`,
    note: reason,
    message: t`${day(first_on)} takes place again`,
    back: { kind: 'uncancel', date: first_on },
    again: { kind: 'cancel', date: first_on, reason },
  }
}

function ofMove(move: MoveRead): Exception {
  const { planned_on, on, starts, minutes, location } = move
  return {
    key: `moved ${planned_on}`,
    on: planned_on,
    title: t`${day(planned_on)} is on ${day(on)}`,
    note: [timeSpan({ starts: minutesOf(starts), minutes }), location].filter(Boolean).join(' · '),
    message: t`${day(planned_on)} is where it was planned`,
    back: { kind: 'move-back', date: planned_on },
    again: { kind: 'move', date: planned_on, body: { on, starts, minutes, location } },
  }
}

/** Those of dates that are over are left out: what was cancelled then stays so. */
export function exceptionsOf(session: SessionRead, today: string): Exception[] {
  const cancelled = session.cancellations
    .filter(({ last_on }) => last_on === null || last_on >= today)
    .flatMap((each) => ofCancellation(each) ?? [])
  const moved = session.moves.filter(({ planned_on, on }) => planned_on >= today || on >= today).map(ofMove)
  return [...cancelled, ...moved].sort((a, b) => a.on.localeCompare(b.on))
}
