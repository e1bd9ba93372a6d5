/** The tasks done as thin bars. */
import { Trans } from '@lingui/react/macro'
import type { TrendPoint } from '@/api'
import { HEIGHT, middleOf, WIDTH } from './trend-lines'
import { number } from './words'

interface TasksPanelProps {
  points: readonly TrendPoint[]
  pointed: number | undefined
}

/** In pixels, so that many bars still stand apart on a phone. */
const strokeFor = (count: number) => (count <= 14 ? 8 : count <= 31 ? 5 : count <= 70 ? 3 : 1.5)

export function TasksPanel({ points, pointed }: TasksPanelProps) {
  const most = Math.max(...points.map(({ tasks_done }) => tasks_done))
  if (most === 0) return null
  return (
    <>
      <p className="pt-6 pb-2 text-small font-medium">
        <Trans>Tasks done</Trans>
      </p>
      <div className="relative">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          className="block h-20 w-full overflow-visible"
        >
          {points.map(({ from, tasks_done }, index) => (
            <path
              key={from}
              d={`M${middleOf(index, points.length) * WIDTH} ${HEIGHT}V${(1 - tasks_done / most) * HEIGHT}`}
              vectorEffect="non-scaling-stroke"
              strokeWidth={strokeFor(points.length)}
              className={index === pointed ? 'stroke-ink' : 'stroke-edge'}
            />
          ))}
          <path
            d={`M0 ${HEIGHT}H${WIDTH}`}
            vectorEffect="non-scaling-stroke"
            className="fill-none stroke-rule-strong"
          />
        </svg>
        <span className="figure absolute top-0 left-full ml-2 -translate-y-1/4 text-head leading-none">
          {number(most)}
        </span>
        <span className="absolute top-full left-full ml-2 -translate-y-1/2 text-tiny text-ink-2">0</span>
      </div>
    </>
  )
}
