/** A swipe over the only day that is drawn leads to the next, and past the last into the next week. */
import type { RefObject } from 'react'
import type { Weekday } from '@/api'
import { useSwipe } from '@/lib/swipe'

interface TurningProps {
  isOn: boolean
  order: readonly Weekday[]
  shown: Weekday | undefined
  onDay: (day: Weekday | undefined) => void
  onWeek: (step: -1 | 1) => void
}

export function useTurning(
  field: RefObject<HTMLElement | null>,
  { isOn, order, shown, onDay, onWeek }: TurningProps,
): void {
  const turn = (step: -1 | 1) => {
    // What is being moved is not a swipe.
    if (!isOn || field.current?.querySelector('.timetable-handling')) return
    const next = order[order.indexOf(shown ?? 'mon') + step]
    onDay(next ?? (step === 1 ? order[0] : order.at(-1)))
    if (!next) onWeek(step)
  }
  useSwipe(field, { onPrevious: () => turn(-1), onNext: () => turn(1) })
}
