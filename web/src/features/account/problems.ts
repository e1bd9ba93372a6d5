/** The words for what the server refuses at signing up and in. */
import { i18n } from '@lingui/core'
import { msg, plural, t } from '@lingui/core/macro'
import { fieldErrors, nameProblems, Problem, problemMessage } from '@/lib/problem'

nameProblems({
  email_taken: msg`There is an account with this address already.`,
  invalid_credentials: msg`The address or the password is not right.`,
  invalid_email: msg`This is not an e-mail address.`,
  sign_up_closed: msg`New accounts are made by the administrator here.`,
  passwords_busy: msg`Many people are signing in at this moment. Try again in a few seconds.`,
  password_too_short: msg`Use at least 8 characters.`,
  password_too_long: msg`Use at most 128 characters.`,
  password_personal: msg`Leave your name and address out of the password.`,
  password_common: msg`This is one of the most common passwords. Choose another.`,
  password_weak: msg`This is too easy to guess. A few unrelated words make a good one.`,
})

const SOON_SECONDS = 90

/** Too many tries, with the moment from which the next one counts. `now` in milliseconds since the epoch. */
export function tooMany(seconds: number, now: number): string {
  if (seconds < SOON_SECONDS)
    return plural(Math.max(1, Math.ceil(seconds)), {
      one: 'Too many tries. Try again in # second.',
      other: 'Too many tries. Try again in # seconds.',
    })
  const clock = new Intl.DateTimeFormat(i18n.locale, { hour: 'numeric', minute: '2-digit' })
  const time = clock.format(now + seconds * 1000)
  return t`Too many tries. Try again at ${time}.`
}

export interface Refusal {
  fields: Record<string, string>
  /** What is told above the form, when no field says it all. */
  message: string | null
  requestId: string | undefined
}

/** A refusal as the form shows it: at the fields it names, else above them. */
export function refusalOf(error: unknown): Refusal | null {
  if (!error) return null
  const fields = fieldErrors(error)
  const waits = error instanceof Problem && error.status === 429 && error.retryAfter !== undefined
  const all = waits ? tooMany(error.retryAfter ?? 0, Date.now()) : problemMessage(error)
  const requestId = error instanceof Problem && error.status >= 500 ? error.requestId : undefined
  return { fields, message: Object.keys(fields).length > 0 ? null : all, requestId }
}
