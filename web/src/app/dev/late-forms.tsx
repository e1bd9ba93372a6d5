/** Fields that only rooms behind the first page have. */
import { useState } from 'react'
import type { Weekday } from '@/api'
import { CopyField } from '@/ui/forms/copy-field'
import { WeekdaysField } from '@/ui/forms/weekdays-field'
import { Section } from './section'

export function LateFormsSection() {
  const [days, setDays] = useState<Weekday[]>(['mon', 'wed'])
  return (
    <Section title="Fields of later rooms">
      <WeekdaysField
        legend="Days"
        error={days.length === 0 ? 'Choose at least one day.' : undefined}
        weekStart="mon"
        value={days}
        onChange={setDays}
        onBlur={() => undefined}
      />
      <CopyField label="The link" hint="Whoever has it can read." value="https://almanac.example/s/4f8c2a" />
    </Section>
  )
}
