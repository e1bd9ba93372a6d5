/** Dialogs and sheets. The panel's code is loaded when the first one opens. */
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'

export interface PanelProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  /** Before the title, such as the mark of what is opened. */
  lead?: ReactNode
  /** Beside the button that closes. */
  actions?: ReactNode
  /** One sentence under the title. */
  description?: ReactNode
  /** The buttons, right-aligned; the one that acts comes last. */
  footer?: ReactNode
  children?: ReactNode
}

const Panel = lazy(() => import('./dialog-panel').then((file) => ({ default: file.DialogPanel })))

function LazyPanel({ kind, ...props }: PanelProps & { kind: 'dialog' | 'sheet' }) {
  const [wanted, setWanted] = useState(props.open)
  useEffect(() => {
    if (props.open) setWanted(true)
  }, [props.open])
  if (!wanted && !props.open) return null
  return (
    <Suspense fallback={null}>
      <Panel kind={kind} {...props} />
    </Suspense>
  )
}

/** A short question or a small form, in the middle of the screen. */
export const Dialog = (props: PanelProps) => <LazyPanel kind="dialog" {...props} />

/** A longer form or a list: from below on phones, from the right on wide screens. */
export const Sheet = (props: PanelProps) => <LazyPanel kind="sheet" {...props} />
