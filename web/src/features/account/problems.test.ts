import { i18n } from '@lingui/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '@/lib/problem'
import { refusalOf, tooMany } from './problems'

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }))

describe('too many tries', () => {
  it('names the seconds while they are few', () => {
    expect(tooMany(1.2, 0)).toBe('Too many tries. Try again in 2 seconds.')
    expect(tooMany(0, 0)).toBe('Too many tries. Try again in 1 second.')
  })

  it('names the time of day when it takes longer', () => {
    const noon = new Date(2026, 10, 20, 12, 0).getTime()
    expect(tooMany(900, noon)).toBe('Too many tries. Try again at 12:15 PM.')
  })
})

describe('a refusal', () => {
  it('stands at the field that it names', () => {
    const taken = new Problem(409, 'email_taken', '', 'Sign in instead?', 'r-1', [
      { pointer: '/body/email', code: 'email_taken', detail: 'There is an account' },
    ])
    expect(refusalOf(taken)).toEqual({
      fields: { email: 'There is an account with this address already.' },
      message: null,
      requestId: undefined,
    })
  })

  it('stands above the form when it names none, with the number of a failure of the server', () => {
    const failed = refusalOf(new Problem(500, 'internal_error', '', undefined, 'r-2'))
    expect(failed?.message).toContain('Something went wrong on the server')
    expect(failed?.requestId).toBe('r-2')
  })

  it('tells when to come back', () => {
    const late = new Problem(429, 'sign_in_delayed', '', undefined, 'r-3', [], 30)
    expect(refusalOf(late)?.message).toBe('Too many tries. Try again in 30 seconds.')
  })
})
