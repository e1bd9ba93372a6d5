/** The sheet in small: a press says which of its labels is the first free one. */
import { useLingui } from '@lingui/react/macro'
import clsx from 'clsx'
import type { Stock } from './stocks'

interface PickerProps {
  stock: Stock
  count: number
  value: number
  onChange: (startAt: number) => void
}

export function SheetPicker({ stock: { columns, rows }, count, value, onChange }: PickerProps) {
  const { t } = useLingui()
  return (
    <div
      role="radiogroup"
      aria-label={t`First free label`}
      className="grid w-fit gap-0.5 rounded-control border border-edge bg-leaf p-2"
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(2.75rem, 3.5rem))` }}
    >
      {Array.from({ length: columns * rows }, (_, at) => at + 1).map((label) => (
        <label
          key={label}
          className={clsx(
            'relative grid min-h-11 place-items-center rounded-[4px] border text-tiny tabular-nums has-focus-visible:outline-2 has-focus-visible:outline-accent',
            label === value && 'border-ink bg-ink font-semibold text-paper',
            label < value && 'border-dashed border-rule text-ink-3',
            label > value && label < value + count && 'border-ok bg-ok-soft text-ok',
            label > value && label >= value + count && 'border-rule-strong text-ink-2',
          )}
        >
          <input
            type="radio"
            name="start_at"
            value={label}
            checked={label === value}
            onChange={() => onChange(label)}
            className="absolute inset-0 appearance-none rounded-[4px] outline-none"
          />
          {label}
        </label>
      ))}
    </div>
  )
}
