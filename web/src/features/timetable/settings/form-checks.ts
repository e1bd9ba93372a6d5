/** The API's own checks before a timetable is sent, and its refusals afterwards, on the fields they belong to. */
import { t } from '@lingui/core/macro'
import type { FieldErrors, FieldPath, Resolver } from 'react-hook-form'
import { zBreakRead, zRoutineCreate } from '@/api/zod.gen'
import { type Issue, issueWords } from '@/lib/forms/issues'
import { fieldErrors } from '@/lib/problem'
import { endMinutesOf, minutesOf } from '@/lib/wall-time'
import { bodyOf, type RoutineForm } from './form-model'

type Path = FieldPath<RoutineForm>

/** Which field a place in the request belongs to: `breaks.0.minutes` → `breaks.0.ends`. */
export function fieldAt(path: readonly string[]): Path {
  const [first, index, part] = path
  if (first === 'hidden_days') return 'days'
  if (first === 'breaks' && index !== undefined)
    return `breaks.${Number(index)}.${part === 'minutes' ? 'ends' : 'starts'}`
  return path.join('.') as Path
}

function words(field: Path, issue: Issue): string {
  if (field === 'name' && issue.code === 'too_small') return t`Give it a name`
  if (/^breaks\.\d/.test(field)) return t`Write a time of day`
  if (/_on$|^valid/.test(field)) return t`Choose a date`
  if (issue.origin === 'array') return t`At most ${String(issue.maximum)}`
  return issueWords(issue)
}

/** What is written is read leniently by the server; what it answers says how a time has to look. */
const isTime = (text: string) => zBreakRead.shape.starts.safeParse(text).success

function timeIssues(form: RoutineForm): [Path, string][] {
  const times: [Path, string][] = [
    ['day_starts', form.day_starts],
    ['day_ends', form.day_ends],
    ...form.breaks.map(({ starts }, index): [Path, string] => [`breaks.${index}.starts`, starts]),
  ]
  return times.flatMap(([field, time]): [Path, string][] =>
    isTime(time) ? [] : [[field, t`Write a time of day`]],
  )
}

/** What the generated schema does not say: ends that lie before their starts. */
function orderIssues(form: RoutineForm): [Path, string][] {
  const early = t`The end lies before the start`
  const found: [Path, string][] = []
  if (minutesOf(form.day_starts) >= endMinutesOf(form.day_ends))
    found.push(['day_ends', t`The day ends before it begins`])
  if (form.days.length === 0) found.push(['days', t`Leave at least one day in sight`])
  if (form.valid_from && form.valid_to && form.valid_to < form.valid_from) found.push(['valid_to', early])
  for (const [index, { first_on, last_on }] of form.holidays.entries())
    if (last_on < first_on) found.push([`holidays.${index}.last_on`, early])
  return found
}

/** Each error at its place in the fields: those of rows stand in their rows. */
function asErrors(found: readonly [Path, string][]): FieldErrors<RoutineForm> {
  const errors: Record<string, unknown> = {}
  for (const [field, message] of found) {
    const parts = field.split('.')
    const last = parts.pop() ?? ''
    let at = errors
    for (const part of parts) {
      at[part] ??= {}
      at = at[part] as Record<string, unknown>
    }
    at[last] ??= { type: 'api', message }
  }
  return errors as FieldErrors<RoutineForm>
}

/** Checks the fields by the generated schema. */
export const checks: Resolver<RoutineForm> = (form) => {
  const issues = (zRoutineCreate.safeParse(bodyOf(form)).error?.issues ?? []) as Issue[]
  const found = issues.map((issue): [Path, string] => {
    const field = fieldAt(issue.path.map(String))
    return [field, words(field, issue)]
  })
  found.push(...timeIssues(form))
  if (found.length === 0) found.push(...orderIssues(form))
  return found.length > 0 ? { values: {}, errors: asErrors(found) } : { values: form, errors: {} }
}

/** The server's refusal by field; empty when it was about something else. */
export const refusedFields = (error: unknown, form: RoutineForm): [Path, string][] =>
  Object.entries(fieldErrors(error))
    .map(([path, message]): [Path, string] => [fieldAt(path.split('.')), message])
    .filter(([field]) => (field.split('.')[0] ?? '') in form)
