/** Which theme something belongs to: one of those there are, none, or a new one made in passing. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { freeColor, useThemeForm } from '@/lib/theme-form'
import { useThemes } from '@/lib/themes'
import { Button } from './button'
import { Field } from './field'
import { Select } from './inputs'
import { ThemeFields } from './theme-fields'
import { ThemeMark } from './theme-mark'

const NEW = 'new'

interface ThemeFieldProps {
  value: string | null
  onChange: (id: string | null) => void
  error?: string | undefined
  /** Default: "Theme". */
  label?: string
  /** What is said for no theme. */
  none?: string
  /** Where a theme without anything in it would make no sense: one of those there are. */
  isFixed?: boolean
  className?: string
}

export function ThemeField({ value, onChange, error, label, none, isFixed, className }: ThemeFieldProps) {
  const { t } = useLingui()
  const themes = useThemes()
  const [isMaking, setMaking] = useState(false)
  const select = useRef<HTMLSelectElement>(null)
  const chosen = themes?.find(({ id }) => id === value)
  const done = (id?: string) => {
    setMaking(false)
    if (id) onChange(id)
    select.current?.focus()
  }
  return (
    <div className={className}>
      <Field label={label ?? t({ message: `Theme`, context: `gathers habits and tasks` })} error={error}>
        {(control) => (
          <Select
            {...control}
            ref={select}
            lead={<ThemeMark color={chosen?.color} size={13} />}
            value={isMaking ? NEW : (value ?? '')}
            onChange={(event) => {
              const next = event.target.value
              setMaking(next === NEW)
              if (next !== NEW) onChange(next || null)
            }}
          >
            <option value="">{none ?? t`No theme`}</option>
            {themes?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            {/* Until the themes are read, or when it has gone meanwhile, the choice stands all the same. */}
            {value && !chosen && <option value={value}>…</option>}
            {!isFixed && <option value={NEW}>{t`New theme…`}</option>}
          </Select>
        )}
      </Field>
      {isMaking && <NewTheme onDone={done} />}
    </div>
  )
}

function NewTheme({ onDone }: { onDone: (id?: string) => void }) {
  const { t } = useLingui()
  const themes = useThemes() ?? []
  const group = useRef<HTMLFieldSetElement>(null)
  const form = useThemeForm({
    start: { name: '', color: freeColor(themes) },
    onSaved: ({ id }) => onDone(id),
  })
  useEffect(() => group.current?.querySelector('input')?.focus(), [])
  return (
    <fieldset
      ref={group}
      aria-label={t`New theme`}
      className="mt-2 grid gap-3 border-l-2 border-rule-strong py-1 pl-4"
    >
      <ThemeFields form={form} isNested />
      <div className="flex flex-wrap gap-2">
        <Button onClick={form.submit} busy={form.isBusy}>
          <Trans>Add the theme</Trans>
        </Button>
        <Button variant="quiet" onClick={() => onDone()}>
          <Trans>Not now</Trans>
        </Button>
      </div>
    </fieldset>
  )
}
