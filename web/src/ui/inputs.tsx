/** Text, number, date and choice controls: the browser's own, in our look, so that forms, pickers and keyboards work. */
import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { Icon } from './icon'

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={clsx('control w-full px-3', className)} />
}

export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={rows} {...rest} className={clsx('control w-full resize-y px-3 py-2.5', className)} />
}

interface SelectProps extends ComponentProps<'select'> {
  /** A small mark of what is chosen, before its name. */
  lead?: ReactNode
}

export function Select({ lead, className, children, ...rest }: SelectProps) {
  return (
    <span className={clsx('relative grid', className)}>
      <select
        {...rest}
        className={clsx('control w-full appearance-none truncate py-0 pr-10', lead ? 'pl-9' : 'pl-3')}
      >
        {children}
      </select>
      {lead && <span className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2">{lead}</span>}
      <Icon
        name="down"
        className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-ink-2"
      />
    </span>
  )
}

/** A calendar date as `YYYY-MM-DD`; the browser shows it in the person's own order. */
export function DateField({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  return <input {...rest} type="date" className={clsx('control w-full px-3 tabular-nums', className)} />
}

type ToggleProps = Omit<ComponentProps<'input'>, 'type' | 'children'> & { label: ReactNode; hint?: ReactNode }

function ToggleText({ label, hint }: { label: ReactNode; hint?: ReactNode }) {
  return (
    <span className="py-2.5">
      <span className="block">{label}</span>
      {hint && <span className="block text-small text-ink-2">{hint}</span>}
    </span>
  )
}

export function Checkbox({ label, hint, className, ...rest }: ToggleProps) {
  return (
    <label className={clsx('flex min-h-11 items-start gap-3', className)}>
      <span className="relative grid h-11 w-6 flex-none place-items-center">
        <input
          {...rest}
          type="checkbox"
          className="peer size-6 appearance-none rounded-mark border-[1.75px] border-edge bg-leaf checked:border-ink checked:bg-ink disabled:border-rule-strong disabled:bg-sunk"
        />
        <Icon
          name="check"
          size={16}
          className="pointer-events-none absolute hidden text-paper peer-checked:block"
        />
      </span>
      <ToggleText label={label} hint={hint} />
    </label>
  )
}

/** On or off at once, without a save button. */
export function Switch({ label, hint, className, ...rest }: ToggleProps) {
  return (
    <label className={clsx('flex min-h-11 items-start justify-between gap-4', className)}>
      <ToggleText label={label} hint={hint} />
      <span className="relative grid h-11 flex-none place-items-center">
        <input
          {...rest}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its state itself
          role="switch"
          className="peer h-6.5 w-11 appearance-none rounded-full border-[1.75px] border-edge bg-leaf checked:border-ink checked:bg-ink disabled:border-rule-strong disabled:bg-sunk"
        />
        <span className="pointer-events-none absolute left-[5px] size-4 rounded-full bg-edge transition-transform duration-150 peer-checked:translate-x-[18px] peer-checked:bg-paper" />
      </span>
    </label>
  )
}
