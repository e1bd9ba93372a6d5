/** Each entry of a timetable's file: the session it becomes and what that meets, or why it is left out. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { ImportedSession, ImportResult } from '@/api'
import { weekdayName } from '@/lib/schedule-words'
import { warningSentence } from '@/lib/timetable-warnings'
import { timeSpan, weekName } from '@/lib/timetable-words'
import { minutesOf } from '@/lib/wall-time'
import { LedgerList, LedgerRow, Pill } from '@/ui'
import { leftOutReason } from './sessions-left-out'

export function SessionsPreview({ plan }: { plan: ImportResult }) {
  const { t } = useLingui()
  const found = plan.by_session
  if (found.length === 0) return null
  const outcomes: Record<ImportedSession['outcome'], string> = {
    added: t`new`,
    present: t`you have it`,
    left_out: t`left out`,
  }
  return (
    <LedgerList timeless title={t`Sessions`} aside={found.length} className="mt-0!">
      {found.map((session, place) => (
        <LedgerRow
          // An entry of the file may become several sessions.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of one answer does not change
          key={place}
          mark={<span className="figure block pl-2 text-ink-3">{place + 1}</span>}
          title={session.subject || t`Line ${session.line}`}
          note={<About session={session} />}
          status={
            <Pill tone={session.outcome === 'added' ? 'ok' : 'neutral'}>{outcomes[session.outcome]}</Pill>
          }
        />
      ))}
    </LedgerList>
  )
}

function About({ session }: { session: ImportedSession }) {
  if (session.outcome === 'left_out') return leftOutReason(session)
  const met = [...new Set(session.warnings.map(warningSentence))]
  return (
    <>
      {whenWords(session)}
      {session.outcome === 'added' &&
        met.map((sentence) => (
          <span key={sentence} className="block text-warn">
            {sentence}
          </span>
        ))}
    </>
  )
}

/** "Tuesday, 10:15–11:30 · Week A · Room 12 · 2 dates cancelled or moved". */
function whenWords({
  weekday,
  week,
  starts,
  minutes,
  location,
  cancellations,
  moves,
}: ImportedSession): string {
  const at = starts && minutes ? timeSpan({ starts: minutesOf(starts), minutes }) : ''
  const changed = cancellations.length + moves.length
  const words = [
    weekday ? [weekdayName(weekday), at].filter(Boolean).join(', ') : at,
    week === null ? '' : weekName(week),
    location,
    changed > 0 && plural(changed, { one: '# date cancelled or moved', other: '# dates cancelled or moved' }),
  ]
  return words.filter(Boolean).join(' · ')
}
