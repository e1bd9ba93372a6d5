/** The panel of one day, beside what was pressed; its code is loaded when the first one opens. */
import { lazy, Suspense } from 'react'
import type { DayPanelProps } from './day-panel'

const Panel = lazy(() => import('./day-panel').then((file) => ({ default: file.DayPanel })))

export const DayPopover = (props: DayPanelProps) => (
  <Suspense fallback={null}>
    <Panel {...props} />
  </Suspense>
)
