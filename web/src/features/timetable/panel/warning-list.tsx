/** What a session meets, said and not refused. */
import { useLingui } from '@lingui/react/macro'
import type { WarningRead } from '@/api'
import { warningSentence, warningSince } from '@/lib/timetable-warnings'
import { Icon } from '@/ui'

export function WarningList({ warnings, today }: { warnings: readonly WarningRead[]; today: string }) {
  const { t } = useLingui()
  if (warnings.length === 0) return null
  const lines = new Set(
    warnings.map((warning) =>
      [warningSentence(warning), warningSince(warning, today)].filter(Boolean).join(' · '),
    ),
  )
  return (
    <ul
      aria-label={t`What it meets`}
      className="grid gap-1.5 border-y border-l-3 border-y-rule border-l-warn py-2.5 pr-3 pl-3.5"
    >
      {[...lines].map((line) => (
        <li key={line} className="flex items-start gap-2 text-note">
          <Icon name="warning" size={16} className="mt-0.5 text-warn" />
          <span className="min-w-0 wrap-anywhere">{line}</span>
        </li>
      ))}
    </ul>
  )
}
