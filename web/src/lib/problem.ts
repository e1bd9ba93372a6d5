/** Problems of the API (RFC 9457) as errors, with the request id; the words for each code; field errors by pointer. */
import type { MessageDescriptor } from '@lingui/core'
import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'

export interface FieldProblem {
  /** Where in the request, such as `/body/name`. */
  pointer: string
  detail: string
  /** What is wrong, for words in the person's language. */
  code?: string
}

export class Problem extends Error {
  override name = 'Problem'
  constructor(
    /** The HTTP status; 0 when no answer came. */
    readonly status: number,
    /** What clients switch on. */
    readonly code: string,
    readonly title: string,
    readonly detail: string | undefined = undefined,
    readonly requestId: string | undefined = undefined,
    readonly fields: readonly FieldProblem[] = [],
    /** Seconds the server asked to wait. */
    readonly retryAfter: number | undefined = undefined,
  ) {
    super(detail ?? title)
  }
}

const words: Record<string, MessageDescriptor> = {
  unreachable: msg`The server cannot be reached. Check the connection and try again.`,
  not_signed_in: msg`You are signed out. Sign in to go on.`,
  forbidden: msg`You may not do this.`,
  csrf_failed: msg`This page is out of date. Reload it and try again.`,
  not_found: msg`This is not here any more.`,
  too_large: msg`This is too large for the server.`,
  invalid_request: msg`Some fields need attention.`,
  too_many_requests: msg`That was a little too often. Wait a moment and try again.`,
  unavailable: msg`The server is busy. Try again in a moment.`,
  database_unavailable: msg`The server is busy. Try again in a moment.`,
  internal_error: msg`Something went wrong on the server. Nothing was changed.`,
}

/** For answers without a problem document, such as those of a proxy. */
const byStatus: Record<number, string> = {
  0: 'unreachable',
  401: 'not_signed_in',
  403: 'forbidden',
  404: 'not_found',
  413: 'too_large',
  429: 'too_many_requests',
  500: 'internal_error',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
}

/** Features add the words for their own codes, once, at import. */
export function nameProblems(more: Record<string, MessageDescriptor>): void {
  Object.assign(words, more)
}

/** What to tell the person: the words for the code, else what the server wrote, else the words for the status. */
export function problemMessage(error: unknown): string {
  if (!(error instanceof Problem)) return i18n._(words.internal_error as MessageDescriptor)
  const known = words[error.code]
  if (known) return i18n._(known)
  const fallback = words[byStatus[error.status] ?? 'internal_error'] as MessageDescriptor
  return error.detail || error.title || i18n._(fallback)
}

/** What is wrong with a field: the words for its code, else what the server wrote. */
export function faultWords({ code = '', detail }: Pick<FieldProblem, 'code' | 'detail'>): string {
  const known = words[code]
  return known ? i18n._(known) : detail
}

/** Field errors by the name a form uses, `/body/schedule/days` → `schedule.days`; in our words where we have some. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof Problem)) return {}
  const named = error.fields.map((field) => [
    field.pointer.replace(/^\/(body|query|path)\//, '').replaceAll('/', '.'),
    faultWords(field),
  ])
  return Object.fromEntries(named)
}

/** Why something was refused, away from where it was typed: what is wrong, and with what. */
export const refusalMessage = (problem: Problem): string =>
  [problemMessage(problem), ...Object.values(fieldErrors(problem))].join(' ')

type Body = Partial<Record<'code' | 'title' | 'detail' | 'request_id', unknown>> & { errors?: unknown }

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)

function fieldsOf(errors: unknown): FieldProblem[] {
  if (!Array.isArray(errors)) return []
  return errors.flatMap((error: Partial<FieldProblem> & { message?: string }) => {
    const detail = text(error.detail) ?? text(error.message)
    const code = text(error.code)
    return text(error.pointer) && detail
      ? [{ pointer: String(error.pointer), detail, ...(code && { code }) }]
      : []
  })
}

/** Seconds of a Retry-After header, given as seconds or as a date; undefined when absent or unreadable. */
export function retryAfterSeconds(header: string | null, now: number): number | undefined {
  if (!header) return undefined
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now) / 1000
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined
}

/** Read a refusal. Anything that is not a problem document still gives a Problem with the status and the request id. */
export async function problemOf(response: Response, now: number): Promise<Problem> {
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  const body: Body = isJson ? ((await response.json().catch(() => null)) ?? {}) : {}
  return new Problem(
    response.status,
    text(body.code) ?? byStatus[response.status] ?? 'unknown',
    text(body.title) ?? response.statusText,
    text(body.detail),
    text(body.request_id) ?? response.headers.get('x-request-id') ?? undefined,
    fieldsOf(body.errors),
    retryAfterSeconds(response.headers.get('retry-after'), now),
  )
}
