/** A small panel beside what was put down or drawn on the grid. */
import { type ReactNode, useLayoutEffect, useState } from 'react'
import { PopoverAt } from '@/ui/popover'

interface PopoverProps {
  label: string
  onClose: () => void
  children: ReactNode
}

export function GridPopover({ label, onClose, children }: PopoverProps) {
  const [anchor, setAnchor] = useState<DOMRect>()
  useLayoutEffect(() => setAnchor(document.querySelector('[data-ghost]')?.getBoundingClientRect()), [])
  if (!anchor) return null
  return (
    <PopoverAt anchor={anchor} label={label} onClose={onClose}>
      {children}
    </PopoverAt>
  )
}
