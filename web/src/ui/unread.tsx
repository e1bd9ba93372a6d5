/** What could not be read from the server: why, and once more. */
import { Trans } from '@lingui/react/macro'
import { problemMessage } from '@/lib/problem'
import { Button } from './button'
import { Notice } from './status'

export function Unread({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div className="mt-6">
      <Notice
        tone="bad"
        role="alert"
        title={problemMessage(error)}
        action={
          <Button icon="retry" onClick={onRetry}>
            <Trans>Try again</Trans>
          </Button>
        }
      />
    </div>
  )
}
