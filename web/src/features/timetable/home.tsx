/** Leads to the timetable that was opened last, or the first one; without any, says what it is for. */
import { useLingui } from '@lingui/react/macro'
import { Navigate } from '@tanstack/react-router'
import { DayHeadline, Page } from '@/ui'
import { Unread } from '@/ui/unread'
import { lastRoutine } from './last-routine'
import { useRoutines } from './queries'
import { NoRoutine } from './settings/no-routine'
import { GridSkeleton } from './states'

export function TimetableHome() {
  const { t } = useLingui()
  const { query, routines } = useRoutines()
  const last = lastRoutine()
  const found = routines?.find(({ id }) => id === last) ?? routines?.[0]
  if (found) return <Navigate to="/timetable/$routineId" params={{ routineId: found.id }} replace />
  return (
    <Page title={t`Timetable`} full>
      <DayHeadline title={t`Timetable`} />
      {routines ? (
        <NoRoutine />
      ) : query.isError ? (
        <Unread error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <GridSkeleton />
      )}
    </Page>
  )
}
