/** The API's own checks before sending, and its refusals afterwards, on the fields they belong to. */
import { t } from '@lingui/core/macro'
import type { FieldErrors, Resolver } from 'react-hook-form'
import { zTaskCreate } from '@/api/zod.gen'
import { type Issue, issueWords } from '@/lib/forms/issues'
import { scheduleFieldAt } from '@/lib/forms/schedule-form'
import { fieldErrors } from '@/lib/problem'
import { bodyOf, type TaskForm } from './form-model'

/** Which field of the editor a place in the request belongs to: `schedule.weekly_days.days` → `days`. */
export function fieldAt(
  [first = '', ...rest]: readonly string[],
  kind: TaskForm['schedule_kind'],
): keyof TaskForm {
  if (first === 'schedule') return scheduleFieldAt([first, ...rest], kind)
  return first === 'due' ? 'due_on' : (first as keyof TaskForm)
}

function words(issue: Issue, field: keyof TaskForm): string {
  if (field === 'title' && issue.code === 'too_small') return t`Give it a name`
  if (field === 'checklist' && issue.origin === 'array') return t`At most ${String(issue.maximum)} steps`
  return issueWords(issue, field === 'due_on' || field === 'ends_on' ? t`Choose a date` : undefined)
}

type Errors = FieldErrors<TaskForm>

const asErrors = (found: [keyof TaskForm, string][]): Errors =>
  Object.fromEntries(found.map(([field, message]) => [field, { type: 'api', message }]))

/** Checks the fields by the generated schema. */
export const checks: Resolver<TaskForm> = (form) => {
  const issues = (zTaskCreate.safeParse(bodyOf(form)).error?.issues ?? []) as Issue[]
  const found = issues.map((issue): [keyof TaskForm, string] => {
    const field = fieldAt(issue.path.map(String), form.schedule_kind)
    return [field, words(issue, field)]
  })
  if (form.repeats && form.ends_on && form.due_on > form.ends_on)
    found.push(['ends_on', t`The end lies before the start`])
  return found.length ? { values: {}, errors: asErrors(found.reverse()) } : { values: form, errors: {} }
}

/** The server's refusal by field; empty when it was about something else. */
export const refusedFields = (error: unknown, form: TaskForm): [keyof TaskForm, string][] =>
  Object.entries(fieldErrors(error))
    .map(([path, message]): [keyof TaskForm, string] => [
      fieldAt(path.split('.'), form.schedule_kind),
      message,
    ])
    .filter(([field]) => field in form)
