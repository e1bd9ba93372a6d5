/** One session over the grid: what it is, what it meets, what of it is cancelled, what can be done with it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RoutineRead, SessionRead, UserRead } from '@/api'
import { newId } from '@/lib/ids'
import { weekdayName } from '@/lib/schedule-words'
import { useMe } from '@/lib/session'
import { themeOfFilter, useThemeFilter } from '@/lib/themes'
import { madeSession } from '@/lib/timetable'
import { saveSession } from '@/lib/timetable-saving'
import { minutesOf } from '@/lib/wall-time'
import { Button, MenuButton, type MenuItems, Sheet } from '@/ui'
import { type SessionActions, useSessionActions } from '../actions'
import '../problems'
import { warningSentence } from '@/lib/timetable-warnings'
import { bodyOf as copyOf } from '../moves'
import { timeSpan, weekName } from '../words'
import { CancelDialog } from './cancel-dialog'
import { nextDate } from './cancel-model'
import { ExceptionList } from './exception-list'
import { bodyOf, formOf, newSession, type SessionForm, type Start, updateOf } from './form-model'
import { MoveDialog } from './move-dialog'
import { SessionEditor } from './session-editor'
import { useSubjects } from './use-subjects'
import { WarningList } from './warning-list'

interface PanelProps {
  routine: RoutineRead
  today: string
  onClose: () => void
}

export interface NewSessionPanelProps extends PanelProps {
  start: Start
}

export function NewSessionPanel(props: NewSessionPanelProps) {
  const me = useMe()
  return me ? <NewSession {...props} me={me} /> : null
}

function NewSession({ routine, start, onClose, me }: NewSessionPanelProps & { me: UserRead }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const actions = useSessionActions(routine)
  const theme = themeOfFilter(useThemeFilter())
  const subjects = useSubjects(routine)
  // Made once: sent twice, it is the same session.
  const [sessionId] = useState(newId)
  const save = async (form: SessionForm) => {
    const body = bodyOf(form)
    const message = t`${body.subject} was added`
    const key = { routineId: routine.id, sessionId }
    const saved = await saveSession(client, key, { kind: 'save', body }, message)
    actions.offerAway(saved ?? madeSession(key, body, routine.session_minutes), withWarnings(message, saved))
    onClose()
  }
  return (
    <SessionEditor
      start={newSession(start, routine.session_minutes, theme)}
      owner={me.id}
      subject={`new.${routine.id}`}
      subjects={subjects}
      weekStart={me.week_start}
      rotationWeeks={routine.rotation_weeks}
      save={save}
      onCancel={onClose}
    >
      {(body, footer) => (
        <Sheet open onOpenChange={onClose} title={t`New session`} description={routine.name} footer={footer}>
          {body}
        </Sheet>
      )}
    </SessionEditor>
  )
}

export interface SessionPanelProps extends PanelProps {
  session: SessionRead
  /** The planned date that it was opened on; none in the pattern. */
  plannedOn: string | null
}

export function SessionPanel(props: SessionPanelProps) {
  const me = useMe()
  return me ? <OpenSession {...props} me={me} /> : null
}

function OpenSession({
  routine,
  session,
  plannedOn,
  today,
  onClose,
  me,
}: SessionPanelProps & { me: UserRead }) {
  const client = useQueryClient()
  const { t } = useLingui()
  const actions = useSessionActions(routine)
  const subjects = useSubjects(routine)
  // What the fields began with: what changes elsewhere meanwhile is not taken for typed.
  const [before] = useState(() => formOf(session))
  const [asked, ask] = useState<'cancel' | 'move'>()
  const key = { routineId: routine.id, sessionId: session.id }
  const save = async (form: SessionForm) => {
    const update = updateOf(form, before)
    if (Object.keys(update).length === 0) return onClose()
    const message = t`${form.subject}: changed`
    const doing = { kind: 'update', body: update } as const
    const saved = await saveSession(client, key, doing, message)
    const back = { kind: 'update', body: updateOf(before, form) } as const
    actions.offerBack(session, doing, back, withWarnings(message, saved))
    onClose()
  }
  const about = {
    session,
    date: plannedOn ?? nextDate(session, routine, today, me.week_start),
    offerBack: actions.offerBack,
    onClose: () => ask(undefined),
    onDone: onClose,
  }
  return (
    <SessionEditor
      start={before}
      isKept
      owner={me.id}
      subject={session.id}
      subjects={subjects}
      weekStart={me.week_start}
      rotationWeeks={routine.rotation_weeks}
      save={save}
      onCancel={onClose}
    >
      {(body, footer) => (
        <>
          <Sheet
            open
            onOpenChange={onClose}
            title={session.subject}
            description={whenWords(session)}
            actions={<More session={session} actions={actions} onClose={onClose} />}
            footer={footer}
          >
            <div className="mb-5 grid gap-4 empty:hidden">
              <WarningList warnings={session.warnings} today={today} />
            </div>
            {body}
            <ExceptionList session={session} today={today} write={actions.write} />
            {!session.is_cancelled && (
              <div className="mt-5 -ml-4 flex flex-wrap">
                <Button variant="quiet" icon="cancel" onClick={() => ask('cancel')}>
                  <Trans>Cancel dates…</Trans>
                </Button>
                <Button variant="quiet" icon="same" onClick={() => ask('move')}>
                  <Trans>Move a date…</Trans>
                </Button>
              </div>
            )}
          </Sheet>
          {asked === 'cancel' && <CancelDialog {...about} />}
          {asked === 'move' && <MoveDialog {...about} />}
        </>
      )}
    </SessionEditor>
  )
}

interface MoreProps {
  session: SessionRead
  actions: SessionActions
  onClose: () => void
}

function More({ session, actions, onClose }: MoreProps) {
  const { t } = useLingui()
  const run = (act: () => void) => () => {
    act()
    onClose()
  }
  const items: MenuItems = [
    { label: t`Duplicate`, icon: 'plus', onSelect: run(() => actions.create(copyOf(session))) },
    null,
    { label: t`Delete`, icon: 'trash', danger: true, onSelect: run(() => actions.remove(session)) },
  ]
  return <MenuButton label={t`More about ${session.subject}`} items={items} />
}

/** "Tuesday, 10:15–11:30 · week A". */
function whenWords({ weekday, week, starts, minutes }: SessionRead): string {
  const when = `${weekdayName(weekday)}, ${timeSpan({ starts: minutesOf(starts), minutes })}`
  return week === null ? when : `${when} · ${weekName(week)}`
}

/** What was done, and what the session meets now. */
const withWarnings = (message: string, saved: SessionRead | undefined): string =>
  [message, ...new Set(saved?.warnings.map(warningSentence))].join(' · ')
