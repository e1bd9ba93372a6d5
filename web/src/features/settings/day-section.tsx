/** When a day is: the zone, when a new day begins, when a week begins. */
import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import type { UserRead, Weekday } from '@/api'
import { clockTime, weekdayNames } from '@/lib/dates'
import { regional } from '@/lib/i18n'
import { WEEKDAYS } from '@/lib/schedule-words'
import { Button, Field, Select } from '@/ui'
import { deviceZone, ZoneField } from '@/ui/zone-field'
import { dayStarts, startTime } from './day-starts'
import { Section } from './section'
import { useProfile } from './use-profile'

export function DaySection({ me }: { me: UserRead }) {
  const { t, i18n } = useLingui()
  const { change, errors } = useProfile(me)
  const id = useId()
  const here = deviceZone()
  const locale = regional(i18n.locale)
  const names = weekdayNames(locale)
  return (
    <Section
      id={`day-${id}`}
      title={t`Your day`}
      intro={t`What is due, and until when, follows these. The past stays on the dates it was written on.`}
    >
      <div className="grid max-w-[25rem] gap-2">
        <ZoneField
          label={t`Time zone`}
          value={me.timezone}
          onChange={(timezone) => change({ timezone })}
          error={errors.timezone}
        />
        {here !== me.timezone && (
          <Button
            variant="quiet"
            icon="device"
            onClick={() => change({ timezone: here })}
            className="-ml-4 w-fit"
          >
            {t`Use this device’s zone, ${here.replaceAll('_', ' ')}`}
          </Button>
        )}
      </div>
      <Field
        label={t`A new day begins at`}
        hint={t`For late evenings: until then, a tick counts for the day before.`}
        error={errors.day_start}
        className="max-w-[25rem]"
      >
        {(control) => (
          <Select
            {...control}
            value={me.day_start}
            onChange={(event) => change({ day_start: Number(event.target.value) })}
          >
            {dayStarts(me.day_start).map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutes === 0 ? t`Midnight` : clockTime(startTime(minutes), locale)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t`The week begins on`} error={errors.week_start} className="max-w-[25rem]">
        {(control) => (
          <Select
            {...control}
            value={me.week_start}
            onChange={(event) => change({ week_start: event.target.value as Weekday })}
          >
            {WEEKDAYS.map((day, index) => (
              <option key={day} value={day}>
                {names[index]}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </Section>
  )
}
