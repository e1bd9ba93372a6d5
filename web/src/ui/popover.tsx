/** A small panel beside its button. */
import { Popover as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { useFocusReturn } from './focus-return'

interface PopoverProps {
  /** The button that opens it. */
  trigger: ReactElement
  /** Names the panel, read aloud. */
  label: string
  children: ReactNode
}

export function Popover({ trigger, label, children }: PopoverProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          sideOffset={6}
          collisionPadding={10}
          className="appear-rise z-40 w-[min(20rem,calc(100vw-1.25rem))] rounded-panel border border-rule bg-leaf p-4 shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

interface PopoverAtProps {
  /** Where it points to, in the viewport. */
  anchor: DOMRect
  label: string
  onClose: () => void
  children: ReactNode
}

/** The same panel beside something that is no button of its own, such as a day in a drawing; open while mounted. */
export function PopoverAt({ anchor, label, onClose, children }: PopoverAtProps) {
  const { remember, onCloseAutoFocus } = useFocusReturn()
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Anchor virtualRef={{ current: { getBoundingClientRect: () => anchor } }} />
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          sideOffset={6}
          collisionPadding={10}
          onOpenAutoFocus={remember}
          onCloseAutoFocus={onCloseAutoFocus}
          className="appear-rise z-40 w-[min(20rem,calc(100vw-1.25rem))] rounded-panel border border-rule bg-leaf p-4 shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
