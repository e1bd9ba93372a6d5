/** The week as it usually goes: a column for each weekday, the best and the worst named. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { WeekdayProfile, WeekdayRow } from '@/api'
import { listInWords, weekdayName } from '@/lib/schedule-words'
import { ChartSection } from './section'
import { number, ofWords, percent, percentOrNone } from './words'

export function Weekdays({ profile, color }: { profile: WeekdayProfile; color: string }) {
  const { t } = useLingui()
  const { rows, any_day, best, worst } = profile
  const rated = rows.filter((row) => row.success_rate !== null)
  if (rated.length === 0) return null
  const parts = rated.map((row) => `${weekdayName(row.weekday)} ${percentOrNone(row.success_rate)}`)
  const [top, last] = [best, worst].map((day) => (day ? weekdayName(day) : ''))
  const extremes = top ? ` ${t`${top} goes best, ${last} least well.`}` : ''
  const rank = (row: WeekdayRow) => {
    if (row.weekday === best) return t({ message: 'best', context: 'a weekday' })
    return row.weekday === worst ? t({ message: 'least', context: 'a weekday' }) : ''
  }
  return (
    <ChartSection
      title={t`The week`}
      summary={`${listInWords(parts)}.${extremes}`}
      columns={[t`Day`, t`Success`, t`Habits done`]}
      rows={rows.map((row) => ({
        key: row.weekday,
        name: [weekdayName(row.weekday), rank(row)].filter(Boolean).join(' · '),
        cells: [percentOrNone(row.success_rate), row.due > 0 ? ofWords(row.done, row.due) : number(0)],
      }))}
      below={any_day.success_rate !== null && <AnyDay profile={profile} rate={any_day.success_rate} />}
    >
      <div className="mt-2 grid grid-cols-7">
        {rows.map((row) => (
          <Column
            key={row.weekday}
            row={row}
            rank={rank(row)}
            look={row.weekday === best ? 'full' : row.weekday === worst ? 'open' : 'grey'}
            color={color}
          />
        ))}
      </div>
    </ChartSection>
  )
}

function AnyDay({ profile, rate }: { profile: WeekdayProfile; rate: number }) {
  const count = ofWords(profile.any_day.done, profile.any_day.due)
  const share = percent(rate)
  return (
    <p className="mt-3 text-small text-ink-2">
      <Trans>
        What may be done on any day of its week, month or year: {count} ({share}).
      </Trans>
    </p>
  )
}

interface ColumnProps {
  row: WeekdayRow
  rank: string
  look: 'full' | 'open' | 'grey'
  color: string
}

const HIGH = 100

function Column({ row, rank, look, color }: ColumnProps) {
  const rate = row.success_rate
  const height = (rate ?? 0) * HIGH
  return (
    <div className="grid content-start justify-items-center text-center">
      <div className="relative flex h-33 w-full items-end justify-center border-b border-rule-strong">
        <span
          className="figure absolute inset-x-0 mb-1 text-head leading-none min-[40rem]:text-[1.1875rem]"
          style={{ bottom: `${(height / 132) * 100}%` }}
        >
          {percentOrNone(rate)}
        </span>
        <svg
          viewBox={`0 0 10 ${HIGH}`}
          width={10}
          height={HIGH}
          aria-hidden="true"
          className="block overflow-visible"
        >
          {look === 'open' ? (
            <path
              d={`M.75 ${HIGH}V${HIGH - height + 0.75}H9.25V${HIGH}`}
              strokeWidth={1.5}
              className="fill-none stroke-ink-2"
            />
          ) : (
            <rect
              y={HIGH - height}
              width={10}
              height={height}
              className="fill-edge"
              {...(look === 'full' && { style: { fill: color } })}
            />
          )}
        </svg>
      </div>
      <span className="mt-1.5 text-note">{weekdayName(row.weekday, 'short')}</span>
      <span className="min-h-5 text-tiny font-semibold text-ink-2">{rank}</span>
    </div>
  )
}
