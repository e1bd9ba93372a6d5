/** Lists are ledgers: time, mark, title with one quiet line, one action; rows of at least 56 px between thin rules. */
import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

interface LedgerProps {
  title?: ReactNode
  /** A figure or a few words beside the title. */
  aside?: ReactNode
  /** Names the list when it has no title. */
  label?: string
  /** Without the time column, for lists that have no times. */
  timeless?: boolean
  children: ReactNode
  className?: string
}

export function LedgerList({ title, aside, label, timeless = false, children, className }: LedgerProps) {
  return (
    <section className={clsx('mt-6.5', className)}>
      {title && (
        <h2 className="mb-1.5 flex items-baseline gap-2.5 text-head leading-tight">
          {title}
          {aside && (
            <small className="font-sans text-small font-normal text-ink-2 tabular-nums">{aside}</small>
          )}
        </h2>
      )}
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of lists without bullets */}
      <ul role="list" aria-label={label} className={clsx('group/ledger', timeless && 'is-timeless')}>
        {children}
      </ul>
    </section>
  )
}

export type RowState = 'open' | 'done' | 'cancelled'

type LedgerRowProps = Omit<ComponentProps<'li'>, 'title'> & {
  time?: string | undefined
  mark?: ReactNode
  title: ReactNode
  note?: ReactNode
  action?: ReactNode
  state?: RowState
}

export function LedgerRow({
  time,
  mark,
  title,
  note,
  action,
  state = 'open',
  className,
  ...rest
}: LedgerRowProps) {
  const struck = state !== 'open' && 'text-ink-3 line-through decoration-1'
  return (
    <li
      {...rest}
      data-state={state}
      className={clsx(
        'grid min-h-15 grid-cols-[2.75rem_2.75rem_minmax(0,1fr)_auto] items-center border-b border-rule py-1 wide:min-h-14 wide:grid-cols-[3.25rem_2.75rem_minmax(0,1fr)_auto]',
        'group-[.is-timeless]/ledger:grid-cols-[2.75rem_minmax(0,1fr)_auto]',
        className,
      )}
    >
      <span
        className={clsx(
          'text-note font-medium text-ink-2 tabular-nums group-[.is-timeless]/ledger:hidden',
          state === 'cancelled' && 'text-ink-3 line-through',
        )}
      >
        {time}
      </span>
      <span className="-ml-2">{mark}</span>
      <div className="min-w-0 py-1.5 pr-3">
        <div className={clsx('text-row leading-snug font-semibold text-pretty', struck)}>{title}</div>
        {note && (
          <div
            className={clsx(
              'mt-px text-small text-ink-2',
              state === 'cancelled' && 'text-ink-3 line-through',
            )}
          >
            {note}
          </div>
        )}
      </div>
      <div className="flex items-center gap-2 text-right text-small text-ink-2">{action}</div>
    </li>
  )
}
