/** The success rate as one thin line, with the rate of the whole range as the line it moves about. */
import { Trans } from '@lingui/react/macro'
import type { TrendPoint } from '@/api'
import { HEIGHT, linePath, lowestOf, WIDTH } from './trend-lines'
import { percent } from './words'

interface RatePanelProps {
  points: readonly TrendPoint[]
  average: number | null
  color: string
}

/** So that the average's name touches neither edge, in percent of the height. */
const NEAREST = 18

export function RatePanel({ points, average, color }: RatePanelProps) {
  const rates = points.map(({ success_rate }) => success_rate)
  const lowest = lowestOf(rates)
  const shareOf = (rate: number) => (rate - lowest) / (1 - lowest)
  const across = (height: number) => `M0 ${height}H${WIDTH}`
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
          className="block h-32 w-full overflow-visible"
        >
          <g fill="none" vectorEffect="non-scaling-stroke">
            <path d={across(0)} vectorEffect="non-scaling-stroke" className="stroke-rule" />
            <path d={across(HEIGHT)} vectorEffect="non-scaling-stroke" className="stroke-rule-strong" />
            {average !== null && (
              <path
                d={across((1 - shareOf(average)) * HEIGHT)}
                vectorEffect="non-scaling-stroke"
                strokeDasharray="2 4"
                className="stroke-edge"
              />
            )}
            <path
              d={linePath(rates.map((rate) => (rate === null ? null : shareOf(rate))))}
              vectorEffect="non-scaling-stroke"
              strokeWidth={points.length > 45 ? 1.5 : 2}
              strokeLinejoin="round"
              strokeLinecap="round"
              style={{ stroke: color }}
            />
          </g>
        </svg>
        {average !== null && <Name average={average} at={shareOf(average)} />}
        <span className="absolute top-full left-full ml-2 -translate-y-1/2 text-tiny text-ink-2">
          {percent(lowest)}
        </span>
      </div>
    </>
  )
}

function Name({ average, at }: { average: number; at: number }) {
  const top = Math.min(100 - NEAREST, Math.max(NEAREST, (1 - at) * 100))
  return (
    <span className="absolute left-full ml-2 grid -translate-y-1/2 leading-none" style={{ top: `${top}%` }}>
      <span className="figure text-head leading-none">{percent(average)}</span>
      <span className="text-tiny leading-none text-ink-2">
        <Trans context="the average of all days shown">in all</Trans>
      </span>
    </span>
  )
}
