/** The colour of somebody's own thing: one of the palette, or an own one. */
import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { drawnColor, swatches } from '@/lib/palette'
import { FieldGroup } from './field'
import { Icon } from './icon'
import { Input } from './inputs'

const isOwn = (color: string) => color !== '' && !swatches.some(({ hex }) => hex === color.toUpperCase())

interface ColorFieldProps {
  legend: string
  /** `#RRGGBB`, or what has been typed of it; empty without one. */
  value: string
  onChange: (color: string) => void
  error?: string | undefined
  /** What no colour means, where one can be done without. */
  none?: string
}

export function ColorField({ legend, value, onChange, error, none }: ColorFieldProps) {
  const { t, i18n } = useLingui()
  const name = useId()
  return (
    <FieldGroup legend={legend} error={error}>
      <div className="flex flex-wrap items-center gap-x-1 gap-y-2">
        {none && (
          <label className="relative flex min-h-11 items-center rounded-control px-2.5 text-note text-ink-2 has-checked:text-ink has-checked:shadow-[inset_0_0_0_2px_var(--ink)] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
            <input
              type="radio"
              name={name}
              checked={value === ''}
              onChange={() => onChange('')}
              className="absolute inset-0 appearance-none outline-none"
            />
            {none}
          </label>
        )}
        {swatches.map((swatch) => (
          <label
            key={swatch.hex}
            title={i18n._(swatch.name)}
            className="relative grid size-11 place-items-center rounded-control has-checked:shadow-[inset_0_0_0_2px_var(--ink)] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              checked={value.toUpperCase() === swatch.hex}
              onChange={() => onChange(swatch.hex)}
              aria-label={i18n._(swatch.name)}
              className="absolute inset-0 appearance-none outline-none"
            />
            <span
              className="grid size-7 place-items-center rounded-full text-leaf"
              style={{ background: drawnColor(swatch.hex) }}
            >
              {value.toUpperCase() === swatch.hex && <Icon name="check" size={16} />}
            </span>
          </label>
        ))}
        <OwnColor value={isOwn(value) ? value : ''} onChange={onChange} label={t`Own colour`} />
      </div>
    </FieldGroup>
  )
}

interface OwnColorProps {
  value: string
  onChange: (color: string) => void
  label: string
}

function OwnColor({ value, onChange, label }: OwnColorProps) {
  return (
    <span className="flex items-center gap-2">
      <Input
        aria-label={label}
        placeholder="#8FBF86"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="w-28! tabular-nums"
      />
      <span
        aria-hidden="true"
        className="size-7 flex-none rounded-full border border-rule-strong"
        style={/^#[0-9a-f]{6}$/i.test(value) ? { background: value } : undefined}
      />
    </span>
  )
}
