/** What a new timetable begins with. A name that was typed stays. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { FieldGroup, SegmentedControl } from '@/ui'
import type { RoutineForm } from './form-model'
import { type Template, type TemplateName, templateNames, templates } from './templates'

export function TemplateChoice() {
  const { t, i18n } = useLingui()
  const { setValue, formState } = useFormContext<RoutineForm>()
  const [chosen, setChosen] = useState<TemplateName>('plain')
  const isNamed = Boolean(formState.dirtyFields.name)
  const choose = (name: TemplateName) => {
    setChosen(name)
    const template: Template = templates[name]
    if (!isNamed) setValue('name', i18n._(template.name))
    for (const [field, value] of Object.entries(template.fields))
      setValue(field as keyof Template['fields'], value, { shouldValidate: formState.isSubmitted })
  }
  return (
    <FieldGroup
      legend={t`Begin with`}
      hint={t`Fills the fields below. Everything can be changed, now and later.`}
    >
      <SegmentedControl
        label={t`Begin with`}
        value={chosen}
        onChange={choose}
        choices={templateNames.map((value) => ({ value, label: i18n._(templates[value].label) }))}
      />
    </FieldGroup>
  )
}
