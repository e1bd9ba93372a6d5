/** Who somebody is, and in which words and units Almanac speaks to them. */
import { useLingui } from '@lingui/react/macro'
import { type FocusEvent, type KeyboardEvent, useId } from 'react'
import type { Units, UserRead } from '@/api'
import { isLocale, type Locale, localeNames } from '@/lib/i18n'
import { type Choice, Field, FieldGroup, Input, SegmentedControl } from '@/ui'
import { Section } from './section'
import { useProfile } from './use-profile'

export function ProfileSection({ me }: { me: UserRead }) {
  const { t } = useLingui()
  const { change, errors } = useProfile(me)
  const id = useId()
  const languages = Object.entries(localeNames).map(([value, label]) => ({ value: value as Locale, label }))
  const units: Choice<Units>[] = [
    { value: 'metric', label: t`Metric` },
    { value: 'imperial', label: t`Imperial` },
  ]
  const saveName = (event: FocusEvent<HTMLInputElement>) => {
    const name = event.target.value.trim()
    if (name !== me.full_name) change({ full_name: name })
  }
  const leaveOnEnter = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur()
  }
  return (
    <Section id={`profile-${id}`} title={t`You`}>
      <Field label={t`Name`} optional={t`optional`} error={errors.full_name} className="max-w-[25rem]">
        {(control) => (
          <Input
            {...control}
            // A name that was taken back is shown again.
            key={me.full_name}
            name="full_name"
            autoComplete="name"
            defaultValue={me.full_name}
            onBlur={saveName}
            onKeyDown={leaveOnEnter}
          />
        )}
      </Field>
      <FieldGroup legend={t`Language`} error={errors.locale}>
        <SegmentedControl
          label={t`Language`}
          value={isLocale(me.locale) ? me.locale : undefined}
          onChange={(locale) => change({ locale })}
          choices={languages}
        />
      </FieldGroup>
      <FieldGroup legend={t`Units`} error={errors.units}>
        <SegmentedControl
          label={t`Units`}
          value={me.units}
          onChange={(next) => change({ units: next })}
          choices={units}
        />
      </FieldGroup>
    </Section>
  )
}
