/** The API's own checks before sending, and its refusals afterwards, on the fields they belong to. */
import { t } from '@lingui/core/macro'
import type { FieldErrors, Resolver } from 'react-hook-form'
import { zHabitCreate, zHabitUpdate } from '@/api/zod.gen'
import { type Issue, issueWords } from '@/lib/forms/issues'
import { scheduleFieldAt } from '@/lib/forms/schedule-form'
import { fieldErrors } from '@/lib/problem'
import { bodyOf, type HabitForm, updateOf } from './form-model'

/** Which field of the editor a place in the request belongs to: `schedule.weekly_days.days` → `days`. */
export const fieldAt = (path: readonly string[], kind: HabitForm['schedule_kind']): keyof HabitForm =>
  path[0] === 'schedule' ? scheduleFieldAt(path, kind) : (path[0] as keyof HabitForm)

function words(issue: Issue, field: keyof HabitForm): string {
  if (field === 'name' && issue.code === 'too_small') return t`Give it a name`
  if (field === 'starts_on' || field === 'ends_on' || field === 'effective_from')
    return issueWords(issue, t`Choose a date`)
  if (field === 'color') return issueWords(issue, t`A colour such as #5D6B2F`)
  return issueWords(issue, field === 'target' ? t`Write a number, such as 1.5` : undefined)
}

type Errors = FieldErrors<HabitForm>

const asErrors = (found: [keyof HabitForm, string][]): Errors =>
  Object.fromEntries(found.map(([field, message]) => [field, { type: 'api', message }]))

/** Checks the fields by the generated schemas; `before` is the habit that is edited. */
export const checksOf =
  (before?: HabitForm): Resolver<HabitForm> =>
  (form) => {
    const result = before
      ? zHabitUpdate.safeParse(updateOf(form, before))
      : zHabitCreate.safeParse(bodyOf(form))
    const issues = (result.error?.issues ?? []) as Issue[]
    const found = issues.map((issue): [keyof HabitForm, string] => {
      const field = fieldAt(issue.path.map(String), form.schedule_kind)
      return [field, words(issue, field)]
    })
    if (form.ends_on && form.starts_on > form.ends_on)
      found.push(['ends_on', t`The end lies before the start`])
    return found.length ? { values: {}, errors: asErrors(found.reverse()) } : { values: form, errors: {} }
  }

/** The server's refusal by field; empty when it was about something else. */
export const refusedFields = (error: unknown, form: HabitForm): [keyof HabitForm, string][] =>
  Object.entries(fieldErrors(error))
    .map(([path, message]): [keyof HabitForm, string] => [
      fieldAt(path.split('.'), form.schedule_kind),
      message,
    ])
    .filter(([field]) => field in form)
