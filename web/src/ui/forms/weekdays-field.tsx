/** Any of the seven weekdays, from the one that begins the person's week. */
import type { Weekday } from '@/lib/forms/schedule-form'
import { weekdayName, weekFrom } from '@/lib/schedule-words'
import { FieldGroup } from '../field'

interface WeekdaysProps {
  legend: string
  hint?: string
  error: string | undefined
  weekStart: Weekday
  value: readonly Weekday[]
  onChange: (days: Weekday[]) => void
  onBlur: () => void
}

export function WeekdaysField(props: WeekdaysProps) {
  const { legend, hint, error, weekStart, value, onChange, onBlur } = props
  return (
    <FieldGroup legend={legend} hint={hint} error={error}>
      <div className="grid w-full max-w-96 grid-cols-7 gap-px overflow-hidden rounded-control border border-edge bg-rule">
        {weekFrom(weekStart).map((day) => (
          <label
            key={day}
            className="relative grid min-h-11 place-items-center bg-leaf text-note font-medium text-ink-2 hover:text-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:z-10 has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="checkbox"
              checked={value.includes(day)}
              onBlur={onBlur}
              onChange={(event) =>
                onChange(event.target.checked ? [...value, day] : value.filter((other) => other !== day))
              }
              aria-label={weekdayName(day)}
              className="absolute inset-0 appearance-none outline-none"
            />
            <span aria-hidden="true">{weekdayName(day, 'short')}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
