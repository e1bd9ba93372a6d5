/** Strength over time as one thin line, with its dates and its last value written beside it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { HabitRead, StrengthPoint } from '@/api'
import { readStrengthOptions } from '@/api/@tanstack/react-query.gen'
import { mediumDate } from '@/lib/dates'
import { useMarkColor } from '@/lib/themes'
import { Skeleton } from '@/ui'

const WIDTH = 600
const HEIGHT = 110

export function StrengthNote({ habit }: { habit: HabitRead }) {
  const color = useMarkColor(habit)
  const points = useQuery(readStrengthOptions({ path: { habit_id: habit.id } })).data?.data
  return (
    <section className="mt-8 border-t border-rule pt-3">
      <h2 className="text-head leading-tight">
        <Trans>Strength</Trans>
      </h2>
      {!points ? (
        <Skeleton className="mt-3 h-28 w-full" />
      ) : points.length < 2 ? (
        <p className="mt-2 text-ink-2">
          <Trans>The line begins with the second day.</Trans>
        </p>
      ) : (
        <Line points={points} color={color} />
      )}
    </section>
  )
}

function Line({ points, color }: { points: readonly StrengthPoint[]; color: string }) {
  const { t, i18n } = useLingui()
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null
  const x = (index: number) => (index / (points.length - 1)) * WIDTH
  const y = (strength: number) => HEIGHT - (strength / 100) * HEIGHT
  const path = points.map((point, i) => `${i ? 'L' : 'M'}${x(i).toFixed(1)} ${y(point.strength).toFixed(1)}`)
  const [from, to] = [mediumDate(first.date, i18n.locale), mediumDate(last.date, i18n.locale)]
  const now = Math.round(last.strength)
  return (
    <figure className="mt-3">
      <div className="relative mr-10">
        <svg
          role="img"
          aria-label={t`From ${Math.round(first.strength)} on ${from} to ${now} on ${to}, of 100`}
          viewBox={`0 -2 ${WIDTH} ${HEIGHT + 4}`}
          preserveAspectRatio="none"
          className="block h-28 w-full overflow-visible"
        >
          <path
            d={`M0 ${HEIGHT}H${WIDTH}`}
            vectorEffect="non-scaling-stroke"
            className="fill-none stroke-rule-strong"
          />
          <path
            d={path.join('')}
            vectorEffect="non-scaling-stroke"
            strokeWidth={1.75}
            strokeLinejoin="round"
            className="fill-none"
            style={{ stroke: color }}
          />
        </svg>
        <span
          aria-hidden="true"
          className="figure absolute left-full ml-2 -translate-y-1/2 text-title leading-none"
          style={{ top: `${((y(last.strength) + 2) / (HEIGHT + 4)) * 100}%` }}
        >
          {now}
        </span>
      </div>
      <figcaption aria-hidden="true" className="mt-1 mr-10 flex justify-between text-small text-ink-2">
        <span>{from}</span>
        <span>{to}</span>
      </figcaption>
    </figure>
  )
}
