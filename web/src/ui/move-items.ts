/** The place of a row that can be put in order, and what its menu does about it. What is dragged is in `sortable`. */
import { useLingui } from '@lingui/react/macro'
import type { MenuItem } from './menu'

/** Where a row stands while it can be moved. */
export interface Place {
  lifted: boolean
  /** Where the row that is being moved came from; -1 while none is. */
  from: number
  index: number
  last: boolean
  onMove: (to: number) => void
}

/** The same from the menu of the row. */
export function useMoveItems(place: Place | undefined): MenuItem[] {
  const { t } = useLingui()
  if (!place) return []
  const { index, last, onMove } = place
  return [
    { label: t`Move up`, disabled: index === 0, onSelect: () => onMove(index - 1) },
    { label: t`Move down`, disabled: last, onSelect: () => onMove(index + 1) },
  ]
}
