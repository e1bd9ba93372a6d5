/** Says that a pause is running, until when, and ends it. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { PauseRead } from '@/api'
import { longDate } from '@/lib/dates'
import { useThemeOf } from '@/lib/themes'
import { useTodayDate } from '@/lib/today'
import { Button, Notice } from '@/ui'
import { usePauseActions } from './pause-actions'
import { useRunningPauses } from './queries'

/** Pauses of everything and of themes; with a habit, also that habit's own. */
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
      title={useSubject(pause)}
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

/** What is paused, in a sentence. */
function useSubject(pause: PauseRead): string {
  const { t } = useLingui()
  const theme = useThemeOf(pause)
  if (pause.habit_id) return t`This habit is paused`
  if (!pause.theme_id) return t`Everything is paused`
  return theme ? t`${theme.name} is paused` : t`A theme is paused`
}
