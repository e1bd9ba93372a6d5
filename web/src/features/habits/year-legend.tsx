/** What the shapes of the heatmap mean, each with how many days it has. */
import { useLingui } from '@lingui/react/macro'
import type { CalendarDay, DayState } from '@/api'
import { StateShape } from './day-cell'
import { stateWords } from './words'

const SHOWN: readonly DayState[] = ['done', 'extra', 'missed', 'skipped', 'paused', 'open']

export function YearLegend({ days, color }: { days: readonly CalendarDay[]; color: string }) {
  const { t, i18n } = useLingui()
  const counts = SHOWN.map((state) => ({ state, count: days.filter((day) => day.state === state).length }))
  return (
    <ul
      aria-label={t`Days of the year by what they were`}
      className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-small text-ink-2"
    >
      {counts
        .filter(({ count }) => count > 0)
        .map(({ state, count }) => (
          <li key={state} className="flex items-center gap-1.5">
            <svg width={12} height={12} viewBox="0 0 10.6 10.6" aria-hidden="true" style={{ color }}>
              <StateShape state={state} />
            </svg>
            <span className="tabular-nums">{count}</span> {i18n._(stateWords[state])}
          </li>
        ))}
    </ul>
  )
}
