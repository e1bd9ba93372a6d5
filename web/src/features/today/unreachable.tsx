/** The server did not answer: the day is shown from this device, or cannot be shown. */
import { Trans, useLingui } from '@lingui/react/macro'
import { regional } from '@/lib/i18n'
import { Problem, problemMessage } from '@/lib/problem'
import { Button, Notice } from '@/ui'

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
