/** The API's own checks before sending, and its refusals afterwards, on the fields they belong to. */
import { t } from '@lingui/core/macro'
import type { FieldErrors, Resolver } from 'react-hook-form'
import { zHabitCreate, zHabitUpdate } from '@/api/zod.gen'
import { fieldErrors } from '@/lib/problem'
import { bodyOf, type HabitForm, updateOf } from './form-model'

interface Issue {
  code: string
  path: PropertyKey[]
  origin?: string
  minimum?: number | bigint
  maximum?: number | bigint
}

/** Which field of the editor a place in the request belongs to: `schedule.weekly_days.days` → `days`. */
export function fieldAt(path: readonly string[], kind: HabitForm['schedule_kind']): keyof HabitForm {
  if (path[0] !== 'schedule') return path[0] as keyof HabitForm
  const last = path.findLast((part) => !/^\d+$/.test(part)) ?? 'schedule'
  if (kind === 'after_completion' && last === 'days') return 'after_days'
  return last === 'schedule' || last === kind || last === 'kind' ? 'schedule_kind' : (last as keyof HabitForm)
}

function words({ code, origin, minimum, maximum }: Issue, field: keyof HabitForm): string {
  if (field === 'name' && code === 'too_small') return t`Give it a name`
  if (field === 'days') return t`Choose at least one weekday`
  if (code === 'too_small') return t`At least ${String(minimum)}`
  if (code === 'too_big')
    return origin === 'string' ? t`At most ${String(maximum)} characters` : t`At most ${String(maximum)}`
  if (field === 'starts_on' || field === 'ends_on' || field === 'effective_from') return t`Choose a date`
  if (field === 'color') return t`A colour such as #5D6B2F`
  return field === 'target' ? t`Write a number, such as 1.5` : t`Write a whole number`
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
