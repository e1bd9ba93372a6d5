/** Says that a pause is running, until when, and ends it. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { PauseRead } from '@/api'
import { longDate } from '@/lib/dates'
import { Button, Notice } from '@/ui'
import { usePauseActions } from './pause-actions'
import { useRunningPauses, useTodayDate } from './queries'

/** Pauses of everything; with a habit, also that habit's own. */
export function PauseBanner({ habitId }: { habitId?: string }) {
  const pauses = useRunningPauses(habitId)
  if (pauses.length === 0) return null
  return (
    <div className="mt-4 grid gap-2">
      {pauses.map((pause) => (
        <Running key={pause.id} pause={pause} />
      ))}
    </div>
  )
}

function Running({ pause }: { pause: PauseRead }) {
  const { t, i18n } = useLingui()
  const today = useTodayDate()
  const { end } = usePauseActions()
  const until = pause.ends_on && longDate(pause.ends_on, i18n.locale)
  const words = [until ? t`until ${until}` : t`until you end it`, pause.reason].filter(Boolean).join(' · ')
  return (
    <Notice
      title={pause.habit_id ? t`This habit is paused` : t`Everything is paused`}
      action={
        <Button icon="play" onClick={() => today && end(pause, today)}>
          <Trans>End pause</Trans>
        </Button>
      }
    >
      {words}
    </Notice>
  )
}
