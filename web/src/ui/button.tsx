/** Buttons: words for what happens, one accent per screen, at least 44 px to touch. */
import clsx from 'clsx'
import { type ComponentProps, type ReactNode, useLayoutEffect, useRef } from 'react'
import { Icon, type IconName } from './icon'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

const looks: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-accent-ink enabled:hover:bg-accent-deep',
  secondary: 'border-edge bg-leaf text-ink shadow-lift enabled:hover:border-ink-2',
  quiet: 'border-transparent text-ink-2 enabled:hover:bg-sunk enabled:hover:text-ink',
  danger: 'border-bad bg-transparent text-bad enabled:hover:bg-bad-soft',
}

const base =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-control border px-4 text-base font-medium disabled:border-rule-strong disabled:bg-sunk disabled:text-ink-3 disabled:shadow-none'

/** The look of a button for things that are links. */
export const buttonLook = (variant: ButtonVariant = 'secondary', className?: string) =>
  clsx(base, looks[variant], className)

type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant
  icon?: IconName
  /** Waits for the server: says so to assistive technology and takes no second press. */
  busy?: boolean
}

export function Button({ variant, icon, busy = false, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={clsx(buttonLook(variant, className), busy && 'opacity-70')}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** What was done may take its button away: whoever pressed it stays in the row. */
function keepInRow(button: HTMLButtonElement | null) {
  const row = button === document.activeElement && button?.closest('li')
  if (!row) return
  queueMicrotask(() => {
    if (!row.isConnected || document.activeElement !== document.body) return
    const next = row.querySelector<HTMLElement>('a[href], button')
    if (!next) row.tabIndex = -1
    ;(next ?? row).focus()
  })
}

/** The one action of a ledger row: drawn small, but 44 px to touch. */
export function RowAction({
  primary = false,
  className,
  children,
  ...rest
}: ComponentProps<'button'> & { primary?: boolean }) {
  const own = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    const button = own.current
    return () => keepInRow(button)
  }, [])
  return (
    <button
      type="button"
      {...rest}
      ref={own}
      className={clsx('group/row grid min-h-11 min-w-11 place-items-center rounded-control', className)}
    >
      <span
        className={clsx(
          'rounded-[7px] px-3 py-1.5 text-small leading-tight font-semibold whitespace-nowrap',
          primary
            ? 'bg-accent text-accent-ink group-hover/row:bg-accent-deep'
            : 'bg-sunk text-ink-2 group-hover/row:text-ink group-hover/row:shadow-[inset_0_0_0_1px_var(--edge)]',
        )}
      >
        {children}
      </span>
    </button>
  )
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  icon: IconName
  /** The name of the action, read aloud and shown on hover. */
  label: string
  framed?: boolean
  children?: ReactNode
}

export function IconButton({ icon, label, framed = false, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={clsx(
        'grid size-11 flex-none place-items-center rounded-control text-ink-2 enabled:hover:text-ink disabled:text-ink-3 disabled:opacity-60',
        framed ? 'border border-rule bg-leaf enabled:hover:border-edge' : 'enabled:hover:bg-sunk',
        className,
      )}
    >
      <Icon name={icon} size={19} />
    </button>
  )
}
