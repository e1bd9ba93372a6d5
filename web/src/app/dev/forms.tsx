/** What is filled in: every control empty, filled, refused and disabled. */
import { useState } from 'react'
import {
  Checkbox,
  DateField,
  Field,
  FieldGroup,
  Input,
  RadioGroup,
  SegmentedControl,
  Select,
  Switch,
  Textarea,
} from '@/ui'
import { ColorField } from '@/ui/color-field'
import { FileDrop } from '@/ui/file-drop'
import { ThemeMark, ThemeTag } from '@/ui/theme-mark'
import { Section } from './section'

export function FormsSection() {
  const [period, setPeriod] = useState<'week' | 'month' | 'year'>('week')
  const [kind, setKind] = useState<'check' | 'measure'>('check')
  const [color, setColor] = useState('#5D6B2F')
  return (
    <Section title="Forms">
      <Field label="Name" hint="As it should stand on Today">
        {(control) => <Input {...control} placeholder="Stretch ten minutes" />}
      </Field>
      <Field label="Name" error="A name has at most 100 characters.">
        {(control) => <Input {...control} defaultValue="Stretch" />}
      </Field>
      <Field label="Note" optional="optional">
        {(control) => <Textarea {...control} defaultValue="Shoulders first." />}
      </Field>
      <div className="grid gap-4 wide:grid-cols-2">
        <Field label="How often">
          {(control) => (
            <Select {...control} defaultValue="daily">
              <option value="daily">Every day</option>
              <option value="weekly">On certain days</option>
            </Select>
          )}
        </Field>
        <Field label="Starts on">{(control) => <DateField {...control} defaultValue="2026-11-20" />}</Field>
        <Field label="Disabled">{(control) => <Input {...control} disabled defaultValue="Fixed" />}</Field>
        <Field label="Disabled">
          {(control) => (
            <Select {...control} disabled>
              <option>Every day</option>
            </Select>
          )}
        </Field>
      </div>
      <div className="grid gap-4 wide:grid-cols-2">
        <Field label="Theme">
          {(control) => (
            <Select {...control} lead={<ThemeMark color={color} size={13} />}>
              <option>Home</option>
              <option>No theme</option>
            </Select>
          )}
        </Field>
        <p className="flex flex-wrap items-center gap-x-4 self-end text-small text-ink-2">
          <ThemeTag theme={{ name: 'Home', color: '#5D6B2F' }} />
          <ThemeTag theme={{ name: 'A colour of one’s own', color: '#FAF7F0' }} />
        </p>
      </div>
      <ColorField legend="Colour" value={color} onChange={setColor} />
      <FileDrop label="File" accept=".csv" reading={undefined} onFile={() => undefined}>
        Drop a file here, or choose one.
      </FileDrop>
      <FieldGroup legend="Per">
        <SegmentedControl
          label="Per"
          value={period}
          onChange={setPeriod}
          choices={[
            { value: 'week', label: 'Week' },
            { value: 'month', label: 'Month' },
            { value: 'year', label: 'Year' },
          ]}
        />
      </FieldGroup>
      <FieldGroup legend="Kind" error="Choose one of them.">
        <RadioGroup
          label="Kind"
          value={kind}
          onChange={setKind}
          choices={[
            { value: 'check', label: 'Done or not', hint: 'One tap a day' },
            { value: 'measure', label: 'An amount', hint: 'Litres, minutes, pages' },
          ]}
        />
      </FieldGroup>
      <div>
        <Checkbox label="Remind me" hint="At 08:00" defaultChecked />
        <Checkbox label="Counts when nothing is written" />
        <Checkbox label="Disabled" disabled />
        <Switch
          label="Shortcuts without a modifier key"
          hint="Switch off if keys are pressed by accident."
          defaultChecked
        />
        <Switch label="Off" />
        <Switch label="Disabled" disabled />
      </div>
    </Section>
  )
}
