/** The heatmap in numbers: every month with how many days were done, missed and left out. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { CalendarDay, DayState } from '@/api'
import { monthName } from '@/lib/dates'
import { stateWords } from './words'

const COLUMNS: readonly DayState[] = ['done', 'missed', 'skipped', 'paused']

export function MonthTable({ days }: { days: readonly CalendarDay[] }) {
  const { i18n } = useLingui()
  const months = [...new Set(days.map((day) => day.date.slice(0, 7)))]
  const count = (month: string, state: DayState) =>
    days.filter((day) => day.date.startsWith(month) && day.state === state).length
  return (
    <details className="mt-1">
      <summary className="inline-flex min-h-11 items-center text-note font-medium text-ink-2 hover:text-ink">
        <Trans>By month, in numbers</Trans>
      </summary>
      <table className="w-full max-w-120 text-note tabular-nums">
        <thead>
          <tr className="border-b border-rule text-small text-ink-2">
            <th scope="col" className="py-1.5 text-left font-normal">
              <Trans>Month</Trans>
            </th>
            {COLUMNS.map((state) => (
              <th key={state} scope="col" className="py-1.5 text-right font-normal">
                {i18n._(stateWords[state])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month} className="border-b border-rule">
              <th scope="row" className="py-1 text-left font-normal">
                {monthName(`${month}-01`, i18n.locale)}
              </th>
              {COLUMNS.map((state) => (
                <td key={state} className="py-1 text-right">
                  {count(month, state) || '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
