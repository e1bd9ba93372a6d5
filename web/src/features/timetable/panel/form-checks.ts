/** The API's own checks before a session is sent, and its refusals afterwards, on the fields they belong to. */
import { t } from '@lingui/core/macro'
import type { FieldErrors, Resolver } from 'react-hook-form'
import { zSessionCreate, zSessionRead } from '@/api/zod.gen'
import { type Issue, issueWords } from '@/lib/forms/issues'
import { fieldErrors } from '@/lib/problem'
import { bodyOf, type SessionForm } from './form-model'

/** What is written is read leniently by the server; what it answers says how a time has to look. */
const isTime = (text: string) => zSessionRead.shape.starts.safeParse(text).success

function words(field: keyof SessionForm, issue: Issue): string {
  if (field === 'subject' && issue.code === 'too_small') return t`Say what it is`
  if (field === 'color') return t`Six digits after a #, such as #8FBF86`
  return issueWords(issue)
}

/** Checks the fields by the generated schema. */
export const checks: Resolver<SessionForm> = (form) => {
  const issues = (zSessionCreate.safeParse(bodyOf(form)).error?.issues ?? []) as Issue[]
  const found = issues.map((issue): [keyof SessionForm, string] => {
    const field = String(issue.path[0]) as keyof SessionForm
    return [field, words(field, issue)]
  })
  if (!isTime(form.starts)) found.push(['starts', t`Write a time of day`])
  const errors: FieldErrors<SessionForm> = Object.fromEntries(
    found.map(([field, message]) => [field, { type: 'api', message }]),
  )
  return found.length > 0 ? { values: {}, errors } : { values: form, errors: {} }
}

/** The server's refusal by field; empty when it was about something else. */
export const refusedFields = (error: unknown, form: SessionForm): [keyof SessionForm, string][] =>
  Object.entries(fieldErrors(error))
    .map(([path, message]): [keyof SessionForm, string] => [
      (path.split('.')[0] ?? '') as keyof SessionForm,
      message,
    ])
    .filter(([field]) => field in form)
