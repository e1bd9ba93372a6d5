/** The page without rows to tick: nothing yet, nothing due, all done. Loaded when one of them is seen. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Button, buttonLook, EmptyState } from '@/ui'

interface NoRowsProps {
  isPast: boolean
  /** Nothing at all is there yet; undefined while that is not known. */
  isBlank: boolean | undefined
  /** Where one theme is shown: the way back to all. */
  onEveryTheme: (() => void) | undefined
}

/** Why the day has no rows. */
export function NoRows({ isPast, isBlank, onEveryTheme }: NoRowsProps) {
  if (onEveryTheme) return <NothingOfTheme isPast={isPast} onAll={onEveryTheme} />
  if (isBlank === undefined) return null
  return isBlank ? <NothingYet /> : <NothingDue isPast={isPast} />
}

/** A new account: what the page is for, and two ways to begin. */
function NothingYet() {
  return (
    <EmptyState
      title={<Trans>A blank page</Trans>}
      action={
        <div className="flex flex-wrap gap-2">
          <Link to="/habits/new" className={buttonLook('primary')}>
            <Trans>Add a habit</Trans>
          </Link>
          <Link to="/import" className={buttonLook()}>
            <Trans>Bring your history from Loop</Trans>
          </Link>
        </div>
      }
    >
      <Trans>
        Here you will find what each day asks for: habits that come round again, and tasks when they are due.
        A tap ticks them off.
      </Trans>
    </EmptyState>
  )
}

/** One theme is shown, and the day holds nothing of it. */
function NothingOfTheme({ isPast, onAll }: { isPast: boolean; onAll: () => void }) {
  return (
    <EmptyState
      title={
        isPast ? <Trans>Nothing of this theme was due</Trans> : <Trans>Nothing of this theme today</Trans>
      }
      action={
        <Button onClick={onAll}>
          <Trans>Show every theme again</Trans>
        </Button>
      }
    />
  )
}

function NothingDue({ isPast }: { isPast: boolean }) {
  return (
    <EmptyState title={isPast ? <Trans>Nothing was due</Trans> : <Trans>Nothing is due today</Trans>}>
      {isPast ? (
        <Trans>No habit and no task asked for anything on this day.</Trans>
      ) : (
        <Trans>The day is yours. What comes round next will stand here when its day comes.</Trans>
      )}
    </EmptyState>
  )
}

/** Seen when the last row is ticked: a quiet ornament, as at the end of a chapter. */
export function AllDone({ isPast }: { isPast: boolean }) {
  return (
    <div role="status" className="grid justify-items-center gap-3 pt-10 pb-2 text-center">
      <svg viewBox="0 0 168 24" aria-hidden="true" className="h-6 w-42 text-ok">
        <g fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round">
          <path d="M4 12c14 0 18-7 30-7 9 0 12 5 12 8 0 4-3 6-6 6s-5-2-5-4c0-5 12-9 27-3" />
          <path d="M164 12c-14 0-18-7-30-7-9 0-12 5-12 8 0 4 3 6 6 6s5-2 5-4c0-5-12-9-27-3" />
        </g>
        <path d="M84 3l7 9-7 9-7-9z" fill="currentColor" />
      </svg>
      <p className="figure text-title leading-tight">
        {isPast ? <Trans>All of it was done</Trans> : <Trans>All done for today</Trans>}
      </p>
    </div>
  )
}
