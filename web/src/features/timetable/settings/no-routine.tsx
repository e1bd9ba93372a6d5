/** Before there is a timetable: what it is for, and the ways to a first one. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { buttonLook, EmptyState } from '@/ui'

export function NoRoutine() {
  return (
    <EmptyState
      title={<Trans>No timetable yet</Trans>}
      action={
        <div className="flex flex-wrap gap-2.5">
          <Link to="/timetable/new" className={buttonLook('primary')}>
            <Trans>Make a timetable</Trans>
          </Link>
          <Link to="/import" className={buttonLook()}>
            <Trans>Bring one in</Trans>
          </Link>
        </div>
      }
    >
      <Trans>
        Lessons, shifts and appointments that come again every week, on a grid that you draw on. What stands
        there stands on Today, prints on one page, and can be read in the calendar of your phone. A calendar
        file (.ics) or a table (.csv) can be brought in.
      </Trans>
    </EmptyState>
  )
}
