/** One timetable: its week on real dates or its pattern, on a grid that is built by hand. */
import { useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { Problem } from '@/lib/problem'
import { useTimetableSync } from '@/lib/timetable-cache'
import { DayHeadline, Page } from '@/ui'
import './problems'
import { rememberRoutine } from './last-routine'
import { useRoutine, useRoutines } from './queries'
import { RoutineView } from './routine-view'
import { RoutineActions } from './settings/routine-actions'
import { GridSkeleton, UnreadRoutine } from './states'
import { useUndoKeys } from './undo'

export interface TimetableSearch {
  date?: string | undefined
  view?: string | undefined
  week?: number | undefined
  /** The session that is opened, and the planned date that it was opened on. */
  session?: string | undefined
  on?: string | undefined
}

export function RoutinePage({ id, search }: { id: string; search: TimetableSearch }) {
  const { t } = useLingui()
  const { query, routine, pending } = useRoutine(id)
  const { routines } = useRoutines()
  useTimetableSync()
  useUndoKeys()
  const isThere = routine !== undefined
  useEffect(() => {
    if (isThere) rememberRoutine(id)
  }, [isThere, id])
  const isUnread = query.isError || (query.fetchStatus === 'paused' && !routine)
  if (routine)
    return (
      <Page title={routine.name} full>
        <RoutineView
          routine={routine}
          pending={pending}
          search={search}
          actions={<RoutineActions routine={routine} routines={routines ?? []} />}
        />
      </Page>
    )
  return (
    <Page title={t`Timetable`} full>
      <DayHeadline title={t`Timetable`} />
      {isUnread ? (
        <UnreadRoutine
          error={query.error ?? query.failureReason ?? new Problem(0, 'unreachable', '')}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <GridSkeleton />
      )}
    </Page>
  )
}
