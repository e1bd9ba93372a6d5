/** The way to a pause; its form is loaded when it is first opened. */
import { lazy, Suspense } from 'react'
import type { PausePanelProps } from './pause-panel'

const PausePanel = lazy(() => import('./pause-panel').then((file) => ({ default: file.PausePanel })))

export function PauseSheet(props: PausePanelProps) {
  if (!props.open) return null
  return (
    <Suspense fallback={null}>
      <PausePanel {...props} />
    </Suspense>
  )
}
