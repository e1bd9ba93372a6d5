/** The choices that belong to this browser: theme and language. */
import { useLingui } from '@lingui/react/macro'
import { chooseLocale, isLocale, type Locale, localeNames } from '@/lib/i18n'
import { setTheme, type ThemeChoice as Theme, useTheme } from '@/lib/theme'
import { type Choice, FieldGroup, SegmentedControl } from '@/ui'

export function ThemeChoice() {
  const { t } = useLingui()
  const choices: Choice<Theme>[] = [
    { value: 'light', label: t`Light`, icon: 'sun' },
    { value: 'dark', label: t`Dark`, icon: 'moon' },
    { value: 'system', label: t`System`, icon: 'system' },
  ]
  return (
    <FieldGroup legend={t`Theme`}>
      <SegmentedControl label={t`Theme`} value={useTheme()} onChange={setTheme} choices={choices} />
    </FieldGroup>
  )
}

export function LanguageChoice() {
  const { t, i18n } = useLingui()
  const choices = Object.entries(localeNames).map(([value, label]) => ({ value: value as Locale, label }))
  return (
    <FieldGroup legend={t`Language`}>
      <SegmentedControl
        label={t`Language`}
        value={isLocale(i18n.locale) ? i18n.locale : undefined}
        onChange={(locale) => void chooseLocale(locale)}
        choices={choices}
      />
    </FieldGroup>
  )
}
