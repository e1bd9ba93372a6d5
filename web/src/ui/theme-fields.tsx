/** Name and colour of a theme, in its sheet and where one is made in passing. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { KeyboardEvent } from 'react'
import { problemMessage } from '@/lib/problem'
import { remainingOf, type ThemeForm } from '@/lib/theme-form'
import { ColorField } from './color-field'
import { Field } from './field'
import { Input } from './inputs'
import { Notice } from './status'

/** From here on it is worth knowing how much room is left. */
const NEAR_THE_END = 8

interface ThemeFieldsProps {
  form: ThemeForm
  /** Inside another form: the key that would send that one makes the theme. */
  isNested?: boolean
}

export function ThemeFields({ form, isNested = false }: ThemeFieldsProps) {
  const { t } = useLingui()
  const { values, change, errors, refusal } = form
  const left = remainingOf(values.name)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isNested || event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    form.submit()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the fields in it
    <div className="grid gap-5" onKeyDown={onKeyDown}>
      {refusal && <Notice tone="bad" role="alert" title={problemMessage(refusal)} />}
      <Field
        label={isNested ? t`Name of the theme` : t`Name`}
        error={errors.name}
        hint={
          <span aria-live="polite" className="block min-h-5">
            {left <= NEAR_THE_END && room(left)}
          </span>
        }
      >
        {(control) => (
          <Input
            {...control}
            value={values.name}
            autoComplete="off"
            placeholder={t`Home, health, work`}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <ColorField
        legend={t`Colour`}
        value={values.color}
        onChange={(color) => change({ color })}
        error={errors.color}
      />
    </div>
  )
}

const room = (left: number) =>
  left < 0
    ? plural(-left, { one: '# character too many', other: '# characters too many' })
    : plural(left, { one: '# character left', other: '# characters left' })
