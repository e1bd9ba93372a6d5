/** One session of the day: when, what and where; a task is ticked with one tap, the rest is behind the dots. */
import { useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, memo, Suspense, useState } from 'react'
import type { SessionEntry, Today } from '@/api'
import { clockTime, shortDate } from '@/lib/dates'
import { withMessages } from '@/lib/i18n'
import { drawnColor } from '@/lib/palette'
import { LedgerRow, Mark, Pill, RowAction } from '@/ui'
import { LineWithTheme, Waiting } from '../row-parts'
import { restore } from './session-changes'
import { canTickSession, useSessionActions } from './use-session-actions'

const CancelSheet = lazy(() =>
  withMessages(import('./cancel-sheet')).then((file) => ({ default: file.CancelSheet })),
)

interface RowProps {
  entry: SessionEntry
  day: Today
  /** Waits to be sent. */
  isPending: boolean
}

export const SessionRow = memo(function SessionRow({ entry, day, isPending }: RowProps) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const actions = useSessionActions(day)
  const [isCancelling, setCancelling] = useState(false)
  const { title: name, routine } = entry
  const path = `/timetable/${routine.id}`
  const items = async () => {
    const { sessionMenu } = await withMessages(import('./session-menu'))
    const onOpen = () => void navigate({ to: path })
    return sessionMenu({ entry, actions, onCancel: () => setCancelling(true), onOpen })
  }
  return (
    <>
      <LedgerRow
        data-row={entry.id}
        time={clockTime(entry.at ?? '', i18n.locale)}
        mark={<SessionMark entry={entry} onToggle={actions.toggle} />}
        title={
          <Link to={path} className="break-words hover:underline hover:decoration-rule-strong">
            {name}
          </Link>
        }
        note={<QuietLines entry={entry} />}
        // Beside its state, not beside the title, which is not to be squeezed by it.
        status={
          <span className="flex flex-wrap items-center gap-x-1">
            {isPending ? <Waiting /> : <SessionStatus entry={entry} />}
            {entry.actions.includes('restore') && (
              <RowAction
                className="no-print"
                aria-label={t`${name}: restore`}
                onClick={() => restore(entry, actions)}
              >
                {t`Restore`}
              </RowAction>
            )}
          </span>
        }
        menu={{ label: t`More for ${name}`, items }}
        state={rowState(entry)}
      />
      {isCancelling && (
        <Suspense fallback={null}>
          <CancelSheet entry={entry} actions={actions} onClose={() => setCancelling(false)} />
        </Suspense>
      )}
    </>
  )
})

/** A class that is over was not ticked, so nothing strikes it out. */
function rowState({ state, session_kind }: SessionEntry): 'open' | 'done' | 'cancelled' {
  if (state === 'cancelled') return state
  return state === 'done' && session_kind === 'task' ? state : 'open'
}

function SessionMark({ entry, onToggle }: { entry: SessionEntry; onToggle: (entry: SessionEntry) => void }) {
  const { state } = entry
  return (
    <Mark
      shape={entry.session_kind === 'task' ? 'square' : 'bar'}
      state={state === 'done' || state === 'missed' || state === 'cancelled' ? state : 'open'}
      color={drawnColor(entry.color ?? entry.theme?.color)}
      label={entry.title}
      {...(canTickSession(entry) && { onToggle: () => onToggle(entry) })}
    />
  )
}

function QuietLines({ entry }: { entry: SessionEntry }) {
  const { t, i18n } = useLingui()
  const until = clockTime(entry.until ?? '', i18n.locale)
  const since = entry.is_running_on && t`since yesterday`
  const line = [since, t`until ${until}`, entry.location, entry.routine.name].filter(Boolean).join(' · ')
  return (
    <>
      <LineWithTheme line={line} theme={entry.theme} />
      {entry.note && <span className="block truncate">{entry.note}</span>}
      {/* What is struck out has a reason that is not. */}
      {entry.reason && <span className="inline-block w-full text-ink-2">{entry.reason}</span>}
    </>
  )
}

function SessionStatus({ entry }: { entry: SessionEntry }) {
  const { t, i18n } = useLingui()
  if (entry.moved_to) {
    const date = shortDate(entry.moved_to, i18n.locale)
    return <Pill icon="next">{t`Moved to ${date}`}</Pill>
  }
  if (entry.state === 'cancelled')
    return <Pill icon="close">{entry.cancelled_by === 'holiday' ? t`Holiday` : t`Cancelled`}</Pill>
  return entry.state === 'missed' ? <Pill tone="bad" icon="close">{t`Missed`}</Pill> : null
}
