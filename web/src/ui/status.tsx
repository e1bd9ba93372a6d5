/** Words about state: pills, notices, empty pages, progress, waiting. Never by colour alone. */
import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type Tone = 'neutral' | 'ok' | 'warn' | 'bad' | 'accent'

const pills: Record<Tone, string> = {
  neutral: 'bg-sunk text-ink-2',
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  accent: 'bg-accent text-accent-ink',
}

/** A short word about a row. Not for touching: use a Button for that. */
export function Pill({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone
  icon?: IconName
  children: ReactNode
}) {
  return (
    <span
      className={clsx(
        'inline-flex items-center gap-1 rounded-[6px] px-2 py-1 text-tiny leading-tight font-semibold whitespace-nowrap',
        pills[tone],
      )}
    >
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  )
}

const noticeLooks: Record<Exclude<Tone, 'accent'>, { edge: string; icon: IconName }> = {
  neutral: { edge: 'border-l-edge', icon: 'info' },
  ok: { edge: 'border-l-ok', icon: 'check' },
  warn: { edge: 'border-l-warn', icon: 'warning' },
  bad: { edge: 'border-l-bad', icon: 'alert' },
}

interface NoticeProps {
  tone?: Exclude<Tone, 'accent'>
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
  /** Announce it when it appears: `alert` interrupts, `status` waits. */
  role?: 'alert' | 'status'
}

export function Notice({ tone = 'neutral', title, children, action, role }: NoticeProps) {
  const look = noticeLooks[tone]
  return (
    <div
      role={role}
      className={clsx(
        'flex items-start gap-3 border-y border-l-3 border-y-rule py-2.5 pr-3 pl-3.5',
        look.edge,
      )}
    >
      <Icon name={look.icon} className="mt-0.5 text-ink-2" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-2">
        <div className="flex-1 basis-48">
          <p className="font-semibold">{title}</p>
          {children && <div className="text-note text-ink-2">{children}</div>}
        </div>
        {action}
      </div>
    </div>
  )
}

/** What the page is for in one sentence, and one thing to do. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="grid justify-items-start gap-3 border-b border-rule py-9">
      <p className="figure text-title leading-tight">{title}</p>
      {children && <div className="max-w-[34rem] text-ink-2">{children}</div>}
      {action && <div className="mt-1">{action}</div>}
    </div>
  )
}

interface ProgressProps {
  /** What is measured, read aloud. */
  label: string
  value: number
  max: number
  before?: ReactNode
  after?: ReactNode
  className?: string
}

export function ProgressBar({ label, value, max, before, after, className }: ProgressProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  return (
    <div className={clsx('flex items-center gap-3 text-[0.84375rem] text-ink-2 tabular-nums', className)}>
      {before}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        className="h-[3px] flex-1 overflow-hidden rounded-[2px] bg-rule"
      >
        <div className="progress-fill h-full bg-accent" style={{ transform: `scaleX(${share})` }} />
      </div>
      {after}
    </div>
  )
}

/** Holds the place of what is coming, at its size, so that nothing jumps. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden="true" className={clsx('block rounded-[6px] bg-sunk', className ?? 'h-4 w-full')} />
  )
}

/** A ledger that is on its way. */
export function LedgerSkeleton({ label, rows = 5 }: { label: string; rows?: number }) {
  return (
    <div role="status" aria-label={label} className="mt-6.5">
      <Skeleton className="mb-2 h-5 w-28" />
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity
        <div key={row} className="flex min-h-15 items-center gap-3.5 border-b border-rule wide:min-h-14">
          <Skeleton className="ml-11 size-7 rounded-full wide:ml-13" />
          <div className="grid flex-1 gap-2">
            <Skeleton className="h-4 w-2/5" />
            <Skeleton className="h-3 w-1/4" />
          </div>
        </div>
      ))}
    </div>
  )
}

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-grid min-w-6 place-items-center rounded-[5px] border border-rule-strong bg-leaf px-1.5 py-px font-sans text-tiny font-medium text-ink-2">
      {children}
    </kbd>
  )
}
