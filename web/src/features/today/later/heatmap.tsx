/** The last weeks as ink on paper: a column for each week, the darker the more was done. */
import { useLingui } from '@lingui/react/macro'
import { memo } from 'react'
import type { DaySummary } from '@/api'
import { monthName } from '@/lib/dates'

const SIZE = 11
const PITCH = 14
const HEAD = 16

/** Nothing asked, nothing done, some, most, all. */
const INKS = [0.07, 0.16, 0.4, 0.68, 1] as const

export function inkOf({ done, total }: Pick<DaySummary, 'done' | 'total'>): number {
  if (total === 0) return INKS[0]
  const share = done / total
  if (share === 0) return INKS[1]
  if (share >= 1) return INKS[4]
  return share < 0.5 ? INKS[2] : INKS[3]
}

interface HeatmapProps {
  days: readonly DaySummary[]
  today: string
}

/** Drawn once for a reading, not again with every tick. */
export const Heatmap = memo(function Heatmap({ days, today }: HeatmapProps) {
  const { t, i18n } = useLingui()
  const past = days.filter(({ date }) => date <= today)
  const weeks = Math.ceil(days.length / 7)
  const asked = past.filter(({ total }) => total > 0)
  const whole = asked.filter(({ done, total }) => done >= total).length
  const count = asked.length
  return (
    <svg
      role="img"
      aria-label={t`On ${whole} of ${count} days everything was done.`}
      viewBox={`0 0 ${weeks * PITCH - (PITCH - SIZE)} ${HEAD + 7 * PITCH - (PITCH - SIZE)}`}
      className="block w-full max-w-90 text-moss"
    >
      {days.map(({ date }, index) => {
        const isLabelled =
          index % 7 === 0 && (index === 0 ? startsMonth(date, days[7]?.date) : isFirstWeek(date))
        return (
          isLabelled && (
            <text key={date} x={(index / 7) * PITCH} y={9} className="fill-ink-2 text-[9.5px]">
              {monthName(date, i18n.locale).slice(0, 3)}
            </text>
          )
        )
      })}
      {past.map((day, index) => (
        <rect
          key={day.date}
          x={Math.floor(index / 7) * PITCH}
          y={HEAD + (index % 7) * PITCH}
          width={SIZE}
          height={SIZE}
          rx={2.5}
          fill="currentColor"
          fillOpacity={inkOf(day)}
        />
      ))}
    </svg>
  )
})

/** Whether the week that begins on this date is the first to begin in its month. */
const isFirstWeek = (date: string) => Number(date.slice(8)) <= 7

/** The first column is named unless the next would stand in its way. */
const startsMonth = (date: string, next: string | undefined) =>
  date.slice(0, 7) === next?.slice(0, 7) && Number(date.slice(8)) <= 15
