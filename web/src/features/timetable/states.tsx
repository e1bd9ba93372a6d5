/** Before there is something to show, and where there is nothing: on its way, unread, not here, out of the calendar. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Problem } from '@/lib/problem'
import { Button, buttonLook, EmptyState, Icon, LedgerList, LedgerRow, Skeleton } from '@/ui'
import { Unread } from '@/ui/unread'
import { useRoutines } from './queries'

export function GridSkeleton() {
  const { t } = useLingui()
  return (
    <div role="status" aria-label={t`The timetable is on its way`} className="mt-3.5 grid gap-4">
      <Skeleton className="h-11 w-full max-w-120" />
      <Skeleton className="h-135 w-full" />
    </div>
  )
}

/** Asking again would be answered the same: it is not there, or what the address says is none. */
const isNowhere = (error: unknown): boolean =>
  error instanceof Problem && [404, 410, 422].includes(error.status)

interface UnreadProps {
  error: unknown
  onRetry: () => void
}

/** A timetable that cannot be shown. */
export const UnreadRoutine = (props: UnreadProps) =>
  isNowhere(props.error) ? <NoSuchRoutine /> : <Unread {...props} />

/** Instead of one that was deleted or never was: the ways to those that are there, and to a new one. */
function NoSuchRoutine() {
  const { t } = useLingui()
  const { routines = [] } = useRoutines()
  return (
    <>
      <EmptyState
        title={<Trans>No such timetable</Trans>}
        action={
          <Link to="/timetable/new" className={buttonLook('primary')}>
            <Trans>New timetable</Trans>
          </Link>
        }
      >
        <Trans>It was deleted, or its address is not complete.</Trans>
      </EmptyState>
      {routines.length > 0 && (
        <LedgerList timeless title={t`Your timetables`}>
          {routines.map(({ id, name }) => (
            <LedgerRow
              key={id}
              mark={
                <span className="grid size-11 place-items-center text-ink-2">
                  <Icon name="calendar" />
                </span>
              }
              title={
                <Link
                  to="/timetable/$routineId"
                  params={{ routineId: id }}
                  className="-my-1.5 flex min-h-11 items-center underline-offset-3 hover:underline"
                >
                  {name}
                </Link>
              }
            />
          ))}
        </LedgerList>
      )}
    </>
  )
}

/** A week that cannot be shown. */
export function UnreadWeek({ onThisWeek, ...props }: UnreadProps & { onThisWeek: () => void }) {
  if (!isNowhere(props.error)) return <Unread {...props} />
  return (
    <EmptyState
      title={<Trans>No such week</Trans>}
      action={
        <Button variant="primary" icon="sun" onClick={onThisWeek}>
          <Trans>This week</Trans>
        </Button>
      }
    >
      <Trans>A timetable has weeks from 1900 to 2200.</Trans>
    </EmptyState>
  )
}
