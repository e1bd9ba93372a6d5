/** Times of day at which to be reminded; as many as are wanted. */
import { useLingui } from '@lingui/react/macro'
import { Controller, useFormContext } from 'react-hook-form'
import { Button, FieldGroup, IconButton, Input } from '@/ui'
import type { HabitForm } from './form-model'

const FIRST = '08:00'

export function ReminderFields() {
  const { t } = useLingui()
  const { control, formState } = useFormContext<HabitForm>()
  return (
    <FieldGroup legend={t`Reminders`} error={formState.errors.reminders?.message}>
      <Controller
        control={control}
        name="reminders"
        render={({ field: { value, onChange } }) => (
          <div className="flex flex-wrap items-center gap-2">
            {value.map((time, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two times may be the same while they are typed
              <span key={index} className="flex items-center">
                <Input
                  type="time"
                  aria-label={t`Time of reminder ${index + 1}`}
                  value={time}
                  onChange={(event) => onChange(value.with(index, event.target.value))}
                  className="w-32! tabular-nums"
                />
                <IconButton
                  icon="close"
                  label={t`Remove the reminder at ${time}`}
                  onClick={() => onChange(value.toSpliced(index, 1))}
                />
              </span>
            ))}
            <Button
              variant="quiet"
              icon="bell"
              className={value.length ? undefined : '-ml-4'}
              onClick={() => onChange([...value, FIRST])}
            >
              {value.length ? t`Another time` : t`Remind me at a time`}
            </Button>
          </div>
        )}
      />
    </FieldGroup>
  )
}
