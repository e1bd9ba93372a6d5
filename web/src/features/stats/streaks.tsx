/** What has been kept up longest, as it stands today, beside the longest it ever was. */
import { Trans, useLingui } from '@lingui/react/macro'
import clsx from 'clsx'
import type { StreakRow } from '@/api'
import { dateSpan } from '@/lib/date-spans'
import { mediumDate } from '@/lib/dates'
import { HabitName } from './habit-name'
import { Section } from './section'
import { number } from './words'

const head = 'pb-1.5 font-normal'
const cell = 'pt-3 pb-2.5 pl-5 text-right align-top whitespace-nowrap'

export function Streaks({ rows }: { rows: readonly StreakRow[] }) {
  const { t, i18n } = useLingui()
  if (rows.length === 0) return null
  return (
    <Section title={t`Streaks`}>
      <table className="w-full tabular-nums">
        <caption className="sr-only">{t`Streaks`}</caption>
        <thead>
          <tr className="border-b border-rule text-right text-small text-ink-2">
            <th scope="col" className={clsx(head, 'w-full text-left')}>
              <Trans>Habit</Trans>
            </th>
            <th scope="col" className={clsx(head, 'pl-5')}>
              <Trans context="of a streak">Now</Trans>
            </th>
            <th scope="col" className={clsx(head, 'pl-5')}>
              <Trans context="of a streak">Longest</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.habit.id} className="border-b border-rule">
              <th scope="row" className="py-1 text-left align-top">
                <HabitName habit={row.habit} />
                <Since from={row.current_from} className="-mt-2 mb-1 block pl-5 min-[40rem]:hidden" />
              </th>
              <td className={cell}>
                <Length length={row.current} />
                <Since from={row.current_from} className="hidden min-[40rem]:block" />
              </td>
              <td className={cell}>
                <Length length={row.best} />
                {row.best_from && row.best_to && (
                  <span className="hidden text-tiny text-ink-2 min-[40rem]:block">
                    {dateSpan(row.best_from, row.best_to, i18n.locale)}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

const Length = ({ length }: { length: number }) => (
  <span className="figure block text-title leading-none">{length > 0 ? number(length) : '–'}</span>
)

/** Beside the name on narrow screens, below the figure where there is room. */
function Since({ from, className }: { from: string | null; className: string }) {
  const { t, i18n } = useLingui()
  if (!from) return null
  return (
    <span className={clsx('text-tiny font-normal text-ink-2', className)}>
      {t`since ${mediumDate(from, i18n.locale)}`}
    </span>
  )
}
