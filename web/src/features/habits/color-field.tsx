/** The colour of the habit's mark: one of the palette, or an own one. */
import { useLingui } from '@lingui/react/macro'
import { Controller, useFormContext } from 'react-hook-form'
import { drawnColor, swatches } from '@/lib/palette'
import { FieldGroup, Icon, Input } from '@/ui'
import type { HabitForm } from './form-model'

const isOwn = (color: string) => color !== '' && !swatches.some(({ hex }) => hex === color.toUpperCase())

export function ColorField() {
  const { t, i18n } = useLingui()
  const { control, formState } = useFormContext<HabitForm>()
  return (
    <FieldGroup legend={t`Colour of its mark`} error={formState.errors.color?.message}>
      <Controller
        control={control}
        name="color"
        render={({ field }) => (
          <div className="flex flex-wrap items-center gap-x-1 gap-y-2">
            {swatches.map(({ hex, name }) => (
              <label
                key={hex}
                title={i18n._(name)}
                className="relative grid size-11 place-items-center rounded-control has-checked:shadow-[inset_0_0_0_2px_var(--ink)] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
              >
                <input
                  type="radio"
                  name="habit-color"
                  checked={field.value.toUpperCase() === hex}
                  onChange={() => field.onChange(hex)}
                  aria-label={i18n._(name)}
                  className="absolute inset-0 appearance-none outline-none"
                />
                <span
                  className="grid size-7 place-items-center rounded-full text-leaf"
                  style={{ background: drawnColor(hex) }}
                >
                  {field.value.toUpperCase() === hex && <Icon name="check" size={16} />}
                </span>
              </label>
            ))}
            <OwnColor
              value={isOwn(field.value) ? field.value : ''}
              onChange={field.onChange}
              label={t`Own colour`}
            />
          </div>
        )}
      />
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
