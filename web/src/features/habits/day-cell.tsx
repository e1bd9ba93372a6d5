/** One day of the heatmap. Every state has a shape of its own; colour only says it once more. */
import type { DayState } from '@/api'
import type { PlacedDay } from './calendar'

const SIZE = 10.6
const MIDDLE = SIZE / 2

/** Drawn in a box of 10.6; `currentColor` is the habit's colour. */
export function StateShape({ state }: { state: DayState }) {
  const box = { x: 0.5, y: 0.5, width: SIZE - 1, height: SIZE - 1, rx: 2 }
  switch (state) {
    case 'done':
      return <rect x={0} y={0} width={SIZE} height={SIZE} rx={2} fill="currentColor" />
    case 'extra':
      return <circle cx={MIDDLE} cy={MIDDLE} r={3.6} fill="currentColor" />
    case 'missed':
      return (
        <>
          <rect {...box} className="fill-none stroke-rule-strong" />
          <path d="M3.4 3.4l3.8 3.8M7.2 3.4l-3.8 3.8" className="fill-none stroke-ink-2" />
        </>
      )
    case 'skipped':
      return (
        <>
          <rect {...box} className="fill-none stroke-rule-strong" />
          <path d="M3 5.3h4.6" className="fill-none stroke-ink-2" strokeWidth={1.4} />
        </>
      )
    case 'paused':
      return (
        <>
          <rect {...box} className="fill-sunk stroke-none" />
          <path
            d="M1.5 9.1l7.6-7.6M1 5.1L5.1 1M5.5 9.6l4.1-4.1"
            className="fill-none stroke-edge"
            strokeWidth={0.9}
          />
        </>
      )
    case 'open':
      return <rect {...box} className="fill-none stroke-accent" strokeWidth={1.5} />
    case 'upcoming':
      return <rect {...box} className="fill-none stroke-rule" />
    case 'off':
      return <circle cx={MIDDLE} cy={MIDDLE} r={0.9} className="fill-rule-strong" />
  }
}

interface DayCellProps {
  id: string
  day: PlacedDay
  x: number
  y: number
  color: string
  isToday: boolean
  isCurrent: boolean
  label: string
}

export function DayCell({ id, day, x, y, color, isToday, isCurrent, label }: DayCellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cell cannot be part of a drawing
    <g
      id={id}
      role="gridcell"
      aria-label={label}
      data-date={day.date}
      data-state={day.state}
      aria-current={isToday ? 'date' : undefined}
      transform={`translate(${x} ${y})`}
      style={{ color }}
      className="cursor-pointer"
    >
      <rect x={-1} y={-1} width={SIZE + 2} height={SIZE + 2} fill="transparent" />
      <StateShape state={day.state} />
      {isCurrent && (
        <rect
          x={-1}
          y={-1}
          width={SIZE + 2}
          height={SIZE + 2}
          rx={2.5}
          className="fill-none stroke-ink"
          strokeWidth={1.2}
        />
      )}
    </g>
  )
}
