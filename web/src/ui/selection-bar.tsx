/** The bar at the foot of a list while rows are selected: how many, what can be done with them, and the way out. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { MouseEvent, ReactNode } from 'react'
import type { Selection } from '@/lib/selection'
import { Button, IconButton } from './button'
import { Icon, type IconName } from './icon'

interface FrameProps {
  label: string
  count: number
  selection: Selection
  children: ReactNode
}

export function SelectionFrame({ label, count, selection, children }: FrameProps) {
  const { t } = useLingui()
  return (
    <section
      aria-label={label}
      className="no-print sticky bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-20 mt-4 -mx-2 flex flex-wrap items-center gap-x-1 rounded-panel border border-edge bg-leaf p-1 shadow-float wide:bottom-4 wide:px-2"
    >
      <p role="status" className="mr-auto pl-2 text-note font-medium tabular-nums">
        <Plural value={count} _0="None selected" one="# selected" other="# selected" />
      </p>
      <Button variant="quiet" className="px-2.5" onClick={selection.all}>
        <Trans>All</Trans>
      </Button>
      <div className="order-1 flex w-full justify-between min-[40rem]:order-none min-[40rem]:w-auto">
        {children}
      </div>
      <IconButton icon="close" label={t`End selecting`} onClick={selection.clear} />
    </section>
  )
}

interface BarButtonProps {
  icon: IconName
  label: string
  disabled: boolean
  onClick: (event: MouseEvent<HTMLButtonElement>) => void
  menu?: boolean
}

/** A word where there is room, else its icon. */
export function BarButton({ icon, label, disabled, onClick, menu = false }: BarButtonProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      {...(menu && { 'aria-haspopup': 'menu' as const })}
      disabled={disabled}
      onClick={onClick}
      className="flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-control px-2.5 text-note font-medium text-ink-2 enabled:hover:bg-sunk enabled:hover:text-ink disabled:text-ink-3 disabled:opacity-60"
    >
      <Icon name={icon} size={19} />
      <span className="hidden min-[40rem]:inline">{label}</span>
    </button>
  )
}
