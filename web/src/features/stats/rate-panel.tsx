/** The success rate as one thin line, with the rate of the whole range as the line it moves about. */
import { Trans } from '@lingui/react/macro'
import type { TrendPoint } from '@/api'
import { dotPath, HEIGHT, linePath, lowestOf, WIDTH } from './trend-lines'
import { percent } from './words'

interface RatePanelProps {
  points: readonly TrendPoint[]
  average: number
  color: string
}

/** So that the average's name stays clear of both ends of the scale, in percent of the height. */
const [HIGHEST, LOWEST] = [16, 76]

const across = (share: number) => `M0 ${(1 - share) * HEIGHT}H${WIDTH}`

export function RatePanel({ points, average, color }: RatePanelProps) {
  const rates = points.map(({ success_rate }) => success_rate)
  const lowest = lowestOf(rates)
  const shareOf = (rate: number) => (rate - lowest) / (1 - lowest)
  const shares = rates.map((rate) => (rate === null ? null : shareOf(rate)))
  const top = Math.min(LOWEST, Math.max(HIGHEST, (1 - shareOf(average)) * 100))
  return (
    <>
      <p className="pb-2 text-small font-medium">
        <Trans>Success rate</Trans>
      </p>
      <div className="relative">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          className="block h-32 w-full fill-none overflow-visible *:[vector-effect:non-scaling-stroke]"
          strokeLinejoin="round"
          strokeLinecap="round"
        >
          <path d={across(1)} className="stroke-rule" />
          <path d={across(0)} className="stroke-rule-strong" />
          <path d={across(shareOf(average))} strokeDasharray="1 5" className="stroke-edge" />
          <path d={linePath(shares)} strokeWidth={shares.length > 45 ? 1.5 : 2} style={{ stroke: color }} />
          <path d={dotPath(shares)} strokeWidth={6} style={{ stroke: color }} />
        </svg>
        <span className="absolute left-full ml-2 grid -translate-y-1/2" style={{ top: `${top}%` }}>
          <span className="figure text-head leading-none">{percent(average)}</span>
          <span className="text-tiny leading-none text-ink-2">
            <Trans context="the average of all days shown">in all</Trans>
          </span>
        </span>
        <span className="absolute top-full left-full ml-2 -translate-y-1/2 text-tiny text-ink-2">
          {percent(lowest)}
        </span>
      </div>
    </>
  )
}
