/** Sold and thrown away as one thin bar; the figures stand beside it. Drawn, not filled, so that it prints. */
interface BarProps {
  sold: number
  discarded: number
  /** What fills the whole width. */
  most: number
}

export function TurnoverBar({ sold, discarded, most }: BarProps) {
  const width = (count: number) => (count / most) * 100
  return (
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" className="mt-1 block h-1 w-full">
      <rect y={3} width={100} height={1} className="fill-rule-strong" />
      <rect width={width(sold)} height={4} className="fill-ink-2" />
      <rect x={width(sold)} width={width(discarded)} height={4} className="fill-accent" />
    </svg>
  )
}
