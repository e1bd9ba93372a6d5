/** The mark of a ledger row: round for a habit, square for a task, a bar for something with a time, a ring for an amount. */
import clsx from 'clsx'
import type { CSSProperties } from 'react'

export type MarkShape = 'round' | 'square' | 'bar' | 'ring'
export type MarkState = 'open' | 'done' | 'skipped' | 'missed' | 'cancelled'

interface MarkProps {
  shape: MarkShape
  state?: MarkState
  /** A token such as `var(--moss)` or a theme's `#RRGGBB`. */
  color?: string | undefined
  /** For rings: 0 to 1. */
  amount?: number
  /** What is ticked, read aloud. Needed with `onToggle`; without both the mark is decoration. */
  label?: string
  onToggle?: () => void
  /** Instead of ticking: opens where the amount is typed. */
  onOpen?: () => void
  disabled?: boolean
  className?: string
}

const RING = 2 * Math.PI * 12

export function Mark({
  shape,
  state = 'open',
  color,
  amount = 0,
  label,
  onToggle,
  onOpen,
  disabled,
  className,
}: MarkProps) {
  const common = {
    'data-shape': shape,
    'data-state': state,
    style: colors(color),
    className: clsx('mark', className),
  }
  const drawing = <Drawing shape={shape} amount={state === 'done' && shape === 'ring' ? 1 : amount} />
  if (onOpen)
    return (
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={label}
        disabled={disabled}
        onClick={onOpen}
        {...common}
      >
        {drawing}
      </button>
    )
  if (!onToggle) return <span {...common}>{drawing}</span>
  return (
    // biome-ignore lint/a11y/useSemanticElements: skipped and missed have no place in a native checkbox
    <button
      type="button"
      role="checkbox"
      aria-checked={state === 'done'}
      aria-label={label}
      disabled={disabled}
      onClick={onToggle}
      {...common}
    >
      {drawing}
    </button>
  )
}

function Drawing({ shape, amount }: { shape: MarkShape; amount: number }) {
  if (shape === 'bar') return <span className="mark-bar" />
  if (shape === 'ring') return <Ring amount={amount} />
  return (
    <span className="mark-shape">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path className="mark-tick" d="M5.5 12.5l4.2 4.2L18.5 7.5" />
        <path className="mark-sign mark-skip" d="M7 12h10" />
        <path className="mark-sign mark-miss" d="M8 8l8 8M16 8l-8 8" />
      </svg>
    </span>
  )
}

function Ring({ amount }: { amount: number }) {
  const share = Math.min(1, Math.max(0, amount))
  return (
    <svg className="mark-ring" viewBox="0 0 30 30" aria-hidden="true">
      <circle cx="15" cy="15" r="12" />
      {share > 0 && (
        <circle
          className="mark-amount"
          cx="15"
          cy="15"
          r="12"
          strokeDasharray={RING}
          strokeDashoffset={RING * (1 - share)}
        />
      )}
    </svg>
  )
}

function colors(color: string | undefined): CSSProperties | undefined {
  if (!color) return undefined
  return { '--c': color, ...(color.startsWith('#') && { '--on-c': inkOn(color) }) } as CSSProperties
}

/** Paper or ink, whichever is easier to see on the colour (relative luminance of WCAG 2.2; the two meet near 0.18). */
export function inkOn(hex: string): string {
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
  return luminance > 0.2 ? '#221d17' : '#fffdf8'
}
