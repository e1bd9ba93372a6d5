/** One of a few: as a list with explanations, or as segments side by side. Both are radio buttons underneath. */
import clsx from 'clsx'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { Icon, type IconName } from './icon'

export interface Choice<V extends string> {
  value: V
  label: string
  hint?: ReactNode
  icon?: IconName
  disabled?: boolean
}

interface ChoiceProps<V extends string> {
  /** The question, read aloud; shown by a FieldGroup around it where it must be seen. */
  label: string
  value: V | undefined
  onChange: (value: V) => void
  choices: readonly Choice<V>[]
  className?: string
}

export function RadioGroup<V extends string>({ label, value, onChange, choices, className }: ChoiceProps<V>) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className={clsx('grid', className)}>
      {choices.map((choice) => (
        <label key={choice.value} className="flex min-h-11 items-start gap-3">
          <span className="grid h-11 w-6 flex-none place-items-center">
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.disabled}
              onChange={() => onChange(choice.value)}
              className="size-6 appearance-none rounded-full border-[1.75px] border-edge bg-leaf checked:border-[7px] checked:border-ink disabled:border-rule-strong disabled:bg-sunk"
            />
          </span>
          <span className="py-2.5">
            <span className={clsx('block', choice.disabled && 'text-ink-3')}>{choice.label}</span>
            {choice.hint && <span className="block text-small text-ink-2">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  )
}

export function SegmentedControl<V extends string>(props: ChoiceProps<V>) {
  const { label, value, onChange, choices, className } = props
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={clsx(
        'flex w-fit max-w-full flex-wrap rounded-control border border-edge bg-leaf',
        className,
      )}
    >
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="relative flex min-h-11 min-w-11 flex-auto items-center justify-center gap-2 rounded-[8px] px-3.5 text-note font-medium whitespace-nowrap text-ink-2 hover:text-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            disabled={choice.disabled}
            onChange={() => onChange(choice.value)}
            className="absolute inset-0 appearance-none rounded-[8px] outline-none"
          />
          {choice.icon && <Icon name={choice.icon} size={17} />}
          {choice.label}
        </label>
      ))}
    </div>
  )
}
