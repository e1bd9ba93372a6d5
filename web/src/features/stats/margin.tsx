/** Margin note: how the figures are counted. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Note } from '@/ui'

export function HowCounted() {
  const { t } = useLingui()
  return (
    <Note title={t`How it is counted`}>
      <div className="grid gap-2.5 text-note text-ink-2">
        <p>
          <Trans>
            Success is what was done of what was due. Skipped and paused days ask for nothing, and today
            counts once it is decided.
          </Trans>
        </p>
        <p>
          <Trans>
            A habit due a number of times in a week, month or year is judged when that period is over or the
            number is reached.
          </Trans>
        </p>
        <p>
          <Trans>
            A task is on time when it was done on its due date or before. Tasks without a date play no part in
            it.
          </Trans>
        </p>
      </div>
    </Note>
  )
}
