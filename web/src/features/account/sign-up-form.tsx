/** Address, password, name; zone and language come from the browser and can be changed in one line. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type RegisterBody, registerAccount, type UserRead } from '@/api'
import { chooseLocale, isLocale, type Locale, localeNames } from '@/lib/i18n'
import { Button, Field, FieldGroup, Input, Notice, SegmentedControl } from '@/ui'
import { deviceZone, ZoneField, zoneTitle } from '@/ui/zone-field'
import { AccountForm, EmailField, PasswordField } from './form'
import { type Refusal, refusalOf } from './problems'

/** For the hint alone; the server decides. */
const SHORTEST = 8

interface SignUpFormProps {
  isFirst: boolean
  onDone: (user: UserRead) => Promise<void>
}

export function SignUpForm({ isFirst, onDone }: SignUpFormProps) {
  const { t, i18n } = useLingui()
  const [timezone, setTimezone] = useState(deviceZone)
  const [length, setLength] = useState(0)
  const signUp = useMutation({
    mutationFn: async (body: RegisterBody) =>
      onDone((await registerAccount({ body, throwOnError: true })).data),
  })
  const refusal = useMemo(() => refusalOf(signUp.error), [signUp.error])
  const locale: Locale = isLocale(i18n.locale) ? i18n.locale : 'en'
  const submit = ({ email = '', password = '', full_name = '' }: Record<string, string>) =>
    signUp.mutate({ email: email.trim(), password, full_name: full_name.trim(), timezone, locale })
  return (
    <AccountForm refusal={refusal} onSubmit={submit}>
      {isFirst && (
        <Notice title={<Trans>You will be the administrator of this installation.</Trans>}>
          <Trans>It is the first account here. Others can be made afterwards.</Trans>
        </Notice>
      )}
      <EmailField error={refusal?.fields.email} autoComplete="username" required autoFocus />
      <PasswordField
        name="password"
        label={t`Password`}
        error={refusal?.fields.password}
        hint={<Strength length={length} />}
        autoComplete="new-password"
        onInput={(event) => setLength([...event.currentTarget.value].length)}
      />
      <Field label={t`Name`} optional={t`optional`} error={refusal?.fields.full_name}>
        {(control) => <Input {...control} name="full_name" autoComplete="name" />}
      </Field>
      <Place locale={locale} timezone={timezone} onTimezone={setTimezone} errors={refusal?.fields ?? {}} />
      <Button type="submit" variant="primary" busy={signUp.isPending} className="justify-self-start">
        <Trans>Create the account</Trans>
      </Button>
    </AccountForm>
  )
}

function Strength({ length }: { length: number }) {
  const left = SHORTEST - length
  if (left > 0)
    return length === 0 ? (
      <Trans>At least 8 characters. A few unrelated words make a good one.</Trans>
    ) : (
      <Trans>{left} more to go.</Trans>
    )
  return length < 14 ? (
    <Trans>Long enough. Longer is better: a few unrelated words.</Trans>
  ) : (
    <Trans>A good length.</Trans>
  )
}

interface PlaceProps {
  locale: Locale
  timezone: string
  onTimezone: (zone: string) => void
  errors: Refusal['fields']
}

/** One line that says what the browser knows; opened where something is to be changed or was refused. */
function Place({ locale, timezone, onTimezone, errors }: PlaceProps) {
  const { t } = useLingui()
  const [opened, setOpened] = useState(false)
  const language = localeNames[locale]
  const zone = zoneTitle(timezone)
  const choices = Object.entries(localeNames).map(([value, label]) => ({ value: value as Locale, label }))
  if (!opened && !errors.timezone)
    return (
      <p className="flex flex-wrap items-center justify-between gap-x-3 border-y border-rule py-1 text-note">
        <span>
          <Trans>
            Time of {zone}, in {language}
          </Trans>
        </span>
        <Button variant="quiet" onClick={() => setOpened(true)} className="px-3!">
          <Trans>Change</Trans>
        </Button>
      </p>
    )
  return (
    <>
      <ZoneField label={t`Time zone`} value={timezone} onChange={onTimezone} error={errors.timezone} />
      <FieldGroup legend={t`Language`}>
        <SegmentedControl
          label={t`Language`}
          value={locale}
          onChange={(next) => void chooseLocale(next)}
          choices={choices}
        />
      </FieldGroup>
    </>
  )
}
