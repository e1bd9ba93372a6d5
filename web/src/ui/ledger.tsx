/** Lists are ledgers: time, mark, title with one quiet line, one action; rows of at least 56 px between thin rules. */
import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { MenuButton, type RowMenu, useMenuGesture } from './menu'

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
  /** A word about it (a Pill): at the right where there is room, else under the note. */
  status?: ReactNode
  /** One thing to do (a RowAction), at the right. */
  action?: ReactNode
  /** More to do: behind a button, and by right click or long press on the row. */
  menu?: RowMenu
  /** What a finger that holds the row means, instead of its menu. */
  onHold?: (() => void) | undefined
  state?: RowState
}

export function LedgerRow(props: LedgerRowProps) {
  const { time, mark, title, note, status, action, menu, onHold, state = 'open', className, ...rest } = props
  const { row, gesture, popup } = useMenuGesture(menu, onHold)
  const gone = state === 'cancelled' && 'text-ink-3 line-through'
  return (
    <>
      <li {...rest} {...gesture} ref={row} data-state={state} className={clsx(columns, className)}>
        <span
          className={clsx(
            'text-note font-medium whitespace-nowrap text-ink-2 tabular-nums group-[.is-timeless]/ledger:hidden',
            gone,
          )}
        >
          {time}
        </span>
        <span className="-ml-2">{mark}</span>
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 py-1.5 wrap-anywhere">
          <div className="min-w-0 flex-1 basis-48">
            <div
              className={clsx(
                'text-row leading-snug font-semibold text-pretty',
                state !== 'open' && 'text-ink-3 line-through decoration-1',
              )}
            >
              {title}
            </div>
            {note && <div className={clsx('mt-px text-small text-ink-2', gone)}>{note}</div>}
          </div>
          {status}
        </div>
        <div className="no-print flex items-center pl-2 text-right empty:hidden text-small text-ink-2">
          {action}
          {menu && <MenuButton label={menu.label} items={menu.items} />}
        </div>
      </li>
      {popup}
    </>
  )
}

const columns =
  'grid min-h-15 grid-cols-[var(--time-column)_2.75rem_minmax(0,1fr)_auto] items-center border-b border-rule wide:min-h-14 group-[.is-timeless]/ledger:grid-cols-[2.75rem_minmax(0,1fr)_auto]'
