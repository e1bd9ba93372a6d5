/** What lies behind the sessions: the times at the left, slots as hairlines, breaks as sunk bands. */
import { useMemo } from 'react'
import { clock } from '../words'
import type { Stretch } from './geometry'

interface Slot extends Stretch {
  kind: string
}

interface AxisProps {
  slots: readonly Slot[]
  hours: Stretch
  scale: number
}

/** Lines that are nearer than this are not told apart. */
const CLOSEST_PX = 22

/** The beginnings of slots and breaks; where these are too many or there are none, the hours. */
function linesOf({ slots, hours, scale }: AxisProps): number[] {
  const dense = slots.some(
    ({ starts, ends, kind }) => kind === 'slot' && (ends - starts) * scale < CLOSEST_PX,
  )
  const own = dense ? [] : slots.flatMap(({ starts, ends }) => [starts, ends])
  const first = slots[0]?.starts ?? hours.ends
  const last = slots.at(-1)?.ends ?? hours.starts
  const hourly = Array.from({ length: 25 }, (_, hour) => hour * 60).filter(
    (minute) => dense || minute < first || minute > last,
  )
  const all = [...new Set([...own, ...hourly])].filter(
    (minute) => minute >= hours.starts && minute <= hours.ends,
  )
  return all.toSorted((a, b) => a - b)
}

/** Those whose names have room above each other. */
function apart(lines: readonly number[], scale: number): number[] {
  const kept: number[] = []
  for (const minute of lines)
    if ((minute - (kept.at(-1) ?? Number.NEGATIVE_INFINITY)) * scale >= CLOSEST_PX) kept.push(minute)
  return kept
}

export function Axis(props: AxisProps) {
  const { hours, scale } = props
  const lines = useMemo(() => linesOf(props), [props])
  const shown = apart(lines, scale)
  return (
    <div aria-hidden="true" className="timetable-axis">
      {shown.map((minute) => (
        <span key={minute} style={{ top: `${(minute - hours.starts) * scale}px` }}>
          {clock(minute)}
        </span>
      ))}
    </div>
  )
}

export function Bands(props: AxisProps) {
  const { slots, hours, scale } = props
  const lines = useMemo(() => linesOf(props), [props])
  const at = (minute: number) => `${(minute - hours.starts) * scale}px`
  return (
    <div aria-hidden="true" className="timetable-bands">
      {lines.map((minute) => (
        <i key={minute} style={{ top: at(minute) }} />
      ))}
      {slots
        .filter(({ kind }) => kind === 'break')
        .map(({ starts, ends }) => (
          <b key={starts} style={{ top: at(starts), height: `${(ends - starts) * scale}px` }} />
        ))}
    </div>
  )
}
