/** The steps of a task: Enter adds one, Backspace in an empty one removes it, and the grip moves them. */
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import type { ChecklistItemRead } from '@/api'
import { newId } from '@/lib/ids'
import { Checkbox, FieldGroup, Icon, IconButton, Input } from '@/ui'
import type { Place } from '@/ui/move-items'
import { Grip, Sortable, useSortableRow } from '@/ui/sortable'
import type { TaskForm } from './form-model'

interface ChecklistProps {
  /** A step was ticked, or its tick taken back. */
  onTicked: (step: ChecklistItemRead) => void
}

export function ChecklistField({ onTicked }: ChecklistProps) {
  const { t } = useLingui()
  const { control, formState } = useFormContext<TaskForm>()
  const { field } = useController({ control, name: 'checklist' })
  const list = useRef<HTMLUListElement>(null)
  const steps = field.value
  const focus = (id: string) =>
    // Once the row is there.
    setTimeout(() =>
      list.current?.querySelector<HTMLElement>(`[data-step="${id}"] input[type=text]`)?.focus(),
    )
  const change = (id: string, more: Partial<ChecklistItemRead>) =>
    field.onChange(steps.map((step) => (step.id === id ? { ...step, ...more } : step)))
  const remove = (id: string) => {
    const index = steps.findIndex((step) => step.id === id)
    field.onChange(steps.filter((step) => step.id !== id))
    const next = steps[index - 1] ?? steps[index + 1]
    if (next) focus(next.id)
  }
  const addAfter = (index: number) => {
    const step = { id: newId(), text: '', is_done: false }
    field.onChange(steps.toSpliced(index + 1, 0, step))
    focus(step.id)
  }
  const order = (ids: string[]) =>
    field.onChange(ids.flatMap((id) => steps.find((step) => step.id === id) ?? []))
  return (
    <FieldGroup legend={t`Steps`} error={formState.errors.checklist?.message}>
      <Sortable rows={steps.map(({ id, text }) => ({ id, name: text || t`empty step` }))} onOrder={order}>
        {(placeOf) => (
          // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of lists without bullets
          <ul ref={list} role="list" className="grid empty:hidden">
            {steps.map((step, index) => (
              <Step
                key={step.id}
                step={step}
                place={placeOf(index)}
                onText={(text) => change(step.id, { text })}
                onTick={(is_done) => {
                  change(step.id, { is_done })
                  onTicked({ ...step, is_done })
                }}
                onAdd={() => addAfter(index)}
                onRemove={() => remove(step.id)}
              />
            ))}
          </ul>
        )}
      </Sortable>
      <NewStep
        onAdd={(texts) =>
          field.onChange([...steps, ...texts.map((text) => ({ id: newId(), text, is_done: false }))])
        }
      />
    </FieldGroup>
  )
}

interface StepProps {
  step: ChecklistItemRead
  place: Place
  onText: (text: string) => void
  onTick: (isDone: boolean) => void
  onAdd: () => void
  onRemove: () => void
}

function Step({ step, place, onText, onTick, onAdd, onRemove }: StepProps) {
  const { t } = useLingui()
  const { onRow, className } = useSortableRow(step.id, place)
  const name = step.text || t`empty step`
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      onAdd()
    } else if (event.key === 'Backspace' && step.text === '') {
      event.preventDefault()
      onRemove()
    }
  }
  return (
    <li data-step={step.id} className={`flex items-center border-b border-rule ${className}`}>
      <Checkbox
        label={<span className="sr-only">{name}</span>}
        checked={step.is_done}
        onChange={(event) => onTick(event.target.checked)}
        className="w-11 flex-none overflow-hidden"
      />
      <input
        type="text"
        aria-label={t`Words of the step ${name}`}
        value={step.text}
        autoComplete="off"
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
        className={`min-h-11 min-w-0 flex-1 bg-transparent text-[1rem] ${step.is_done ? 'text-ink-3 line-through decoration-1' : ''}`}
      />
      <Grip id={step.id} name={name} onRow={onRow} />
      <IconButton icon="close" label={t`Remove the step ${name}`} onClick={onRemove} />
    </li>
  )
}

/** Enter adds what was typed; several lines that are pasted become as many steps. */
function NewStep({ onAdd }: { onAdd: (texts: string[]) => void }) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const add = (lines: string) => {
    const texts = lines
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    if (texts.length) onAdd(texts)
    setText('')
  }
  return (
    <span className="relative block">
      <Icon name="plus" className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-2" />
      <Input
        aria-label={t`Add a step`}
        placeholder={t`Add a step`}
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
        // A step that was typed and not added is meant all the same.
        onBlur={() => add(text)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text')
          if (!pasted.trim().includes('\n')) return
          event.preventDefault()
          add(`${text}${pasted}`)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || text.trim() === '') return
          event.preventDefault()
          add(text)
        }}
        className="pl-10!"
      />
    </span>
  )
}
