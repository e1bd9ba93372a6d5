/** The page without rows to tick: nothing yet, nothing due, all done, not to be read. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { regional } from '@/lib/i18n'
import { Problem, problemMessage } from '@/lib/problem'
import { Button, buttonLook, EmptyState, Notice } from '@/ui'

/** A new account: what the page is for, and two ways to begin. */
export function NothingYet() {
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
export function NothingOfTheme({ isPast, onAll }: { isPast: boolean; onAll: () => void }) {
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

export function NothingDue({ isPast }: { isPast: boolean }) {
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

/** The day is shown from this device because the server did not answer. */
export function FromThisDevice({ readAt }: { readAt: number }) {
  const { i18n } = useLingui()
  const time = new Intl.DateTimeFormat(regional(i18n.locale), {
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
  }).format(readAt)
  return (
    <p role="status" className="mt-2.5 text-small text-ink-2">
      <Trans>As last read on {time}. What you tick is kept and sent later.</Trans>
    </p>
  )
}

export function DayUnread({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useLingui()
  const requestId = error instanceof Problem ? error.requestId : undefined
  return (
    <div className="mt-6.5">
      <Notice
        tone="bad"
        role="alert"
        title={problemMessage(error)}
        action={
          <Button icon="retry" onClick={onRetry}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        {requestId && t`Number ${requestId}`}
      </Notice>
    </div>
  )
}
