/** What is being moved or drawn, where it will stand. */
import { useLingui } from '@lingui/react/macro'
import { type CSSProperties, useEffect, useRef } from 'react'
import { useMarkColor } from '@/lib/themes'
import { timeSpan } from '../words'
import type { Block } from './blocks'
import type { Piece, Place, Stretch } from './geometry'

interface GhostProps {
  /** A hand is where it looks. */
  isByHand: boolean
  piece: Piece<Place & { block?: Block | undefined }>
  hours: Stretch
  scale: number
}

export function Ghost({ piece, hours, scale, isByHand }: GhostProps) {
  const { t } = useLingui()
  const { block: place, starts, ends } = piece
  const own = useRef<HTMLDivElement>(null)
  const color = useMarkColor(place.block ?? {})
  // By keys it goes where nobody has scrolled to; where it is seen already, this does nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every step
  useEffect(() => {
    if (!isByHand) own.current?.scrollIntoView({ block: 'nearest' })
  }, [starts, ends, piece.day, isByHand])
  const style = {
    '--c': color,
    top: `${(starts - hours.starts) * scale}px`,
    height: `${(ends - starts) * scale}px`,
  } as CSSProperties
  return (
    <div ref={own} aria-hidden="true" className="timetable-ghost" data-ghost style={style}>
      <strong>{place.block?.subject ?? t`New session`}</strong>
      <span>{timeSpan(place)}</span>
    </div>
  )
}
