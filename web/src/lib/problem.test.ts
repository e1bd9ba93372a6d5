import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  fieldErrors,
  nameProblems,
  Problem,
  problemMessage,
  problemOf,
  refusalMessage,
  retryAfterSeconds,
} from './problem'

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  })

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }))

describe('a problem', () => {
  it('carries code, request id and the fields it names', async () => {
    const body = {
      code: 'invalid',
      title: 'Invalid',
      request_id: 'r-1',
      errors: [{ pointer: '/body/schedule/days', detail: 'Choose a day.' }],
    }
    const problem = await problemOf(answer(422, body), 0)
    expect(problem).toMatchObject({ status: 422, code: 'invalid', requestId: 'r-1' })
    expect(fieldErrors(problem)).toEqual({ 'schedule.days': 'Choose a day.' })
  })

  it('tells what is wrong with a field in our own words where there are some', async () => {
    nameProblems({ password_weak: msg`Easy to guess.` })
    const errors = [{ pointer: '/body/password', code: 'password_weak', detail: 'too weak' }]
    const problem = await problemOf(answer(422, { code: 'invalid_request', errors }), 0)
    expect(fieldErrors(problem)).toEqual({ password: 'Easy to guess.' })
    expect(refusalMessage(problem)).toBe('Some fields need attention. Easy to guess.')
  })

  it('takes the request id from the header when the body is not a problem', async () => {
    const problem = await problemOf(
      answer(502, '<html>', { 'content-type': 'text/html', 'x-request-id': 'r-2' }),
      0,
    )
    expect(problem).toMatchObject({ status: 502, code: 'unavailable', requestId: 'r-2' })
  })

  it('survives a body that only claims to be JSON', async () => {
    expect(await problemOf(answer(400, '{'), 0)).toMatchObject({ status: 400, code: 'unknown' })
  })

  it('is told in the words for its code, else in those of the server', () => {
    nameProblems({ habit_name_odd: msg`Choose another name.` })
    expect(problemMessage(new Problem(409, 'habit_name_odd', 'Odd', 'server words'))).toBe(
      'Choose another name.',
    )
    expect(problemMessage(new Problem(409, 'unheard_of', 'Title', 'server words'))).toBe('server words')
    expect(problemMessage(new Error('a bug'))).not.toContain('a bug')
  })
})

describe('Retry-After', () => {
  it.each([
    ['7', 7],
    ['Fri, 20 Nov 2026 12:00:30 GMT', 30],
    ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('%s is %s seconds', (header, seconds) => {
    expect(retryAfterSeconds(header, Date.parse('2026-11-20T12:00:00Z'))).toBe(seconds)
  })
})
