/** What is opened over the grid: a session, a new one with all its fields, cancelling with a reason. */
import { Suspense, useEffect } from 'react'
import type { RoutineRead } from '@/api'
import { isDate } from '@/lib/dates'
import { useTodayDate } from '@/lib/today'
import type { SessionActions } from './actions'
import type { GridDay } from './grid/blocks'
import type { TimetableSearch } from './page'
import { CancelDialog, NewSessionPanel, SessionPanel } from './panel'
import { NEW } from './paths'
import type { Editing } from './use-editing'

interface OpenedProps {
  routine: RoutineRead
  days: readonly GridDay[]
  search: TimetableSearch
  editing: Editing
  actions: SessionActions
  onClose: () => void
}

export function Opened({ routine, days, search, editing, actions, onClose }: OpenedProps) {
  const today = useTodayDate()
  const { cancelled, more } = editing
  const opened = routine.sessions.find(({ id }) => id === search.session)
  const toCancel = routine.sessions.find(({ id }) => id === cancelled?.sessionId)
  const isReady = days.length > 0
  useEffect(() => {
    // The address asked for it: from here on the grid does.
    if (search.session !== NEW || !isReady) return
    onClose()
    editing.add()
  })
  if (!today) return null
  return (
    <Suspense fallback={null}>
      {opened && (
        <SessionPanel
          key={opened.id}
          routine={routine}
          session={opened}
          plannedOn={isDate(search.on) ? search.on : null}
          today={today}
          onClose={onClose}
        />
      )}
      {more && <NewSessionPanel routine={routine} start={more} today={today} onClose={editing.doneMore} />}
      {toCancel && cancelled && (
        <CancelDialog
          session={toCancel}
          date={cancelled.plannedOn}
          offerBack={actions.offerBack}
          onClose={editing.doneCancelling}
          onDone={editing.doneCancelling}
        />
      )}
    </Suspense>
  )
}
