/** A share as a thin bar, on the rule below what it is of. Drawn, not filled, so that it prints. */
import { drawnColor } from '@/lib/palette'

interface BarProps {
  rate: number | null
  color: string | null | undefined
}

export function Bar({ rate, color }: BarProps) {
  return (
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" className="block h-1 w-full">
      <rect y={3} width={100} height={1} className="fill-rule-strong" />
      <rect width={(rate ?? 0) * 100} height={4} style={{ fill: drawnColor(color) }} />
    </svg>
  )
}
