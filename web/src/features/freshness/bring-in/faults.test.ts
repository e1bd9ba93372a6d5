import { i18n } from '@lingui/core'
import { beforeAll, expect, test } from 'vitest'
import type { RowFault } from '@/api'
import { Problem } from '@/lib/problem'
import { faultOf, placeOf, refusalOf } from './faults'

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }))

const refused = (code: string) =>
  new Problem(422, 'invalid_request', '', undefined, undefined, [
    { pointer: '/body/file', code, detail: 'What the server wrote' },
  ])

const fault = (code: string): RowFault => ({
  row: 5,
  field: 'quantity',
  code,
  detail: 'What the server wrote',
})

test('a file that cannot be read says why, and what to do', () => {
  expect(refusalOf(refused('missing_headings'))).toContain('“product”')
  expect(refusalOf(refused('not_text'))).toContain('CSV')
  expect(refusalOf(new Problem(413, 'too_large', ''))).toContain('2 MB')
  expect(refusalOf(new Problem(0, 'unreachable', ''))).toContain('cannot be reached')
})

test('a cell is named by the words of the form, one that is not known as it stands in the table', () => {
  expect(placeOf('batch_identifier')).toBe('Identifier')
  expect(placeOf('left_on')).toBe('Sold or discarded on')
  expect(placeOf('colour')).toBe('colour')
})

test('what is wrong in a cell is told in words; what has none, as the server wrote it', () => {
  expect(faultOf(fault('too_long'))).toBe('This is too long.')
  expect(faultOf(fault('after_arrival'))).toContain('after it arrived')
  expect(faultOf(fault('greater_than_equal'))).toBe('This number is too small or too large.')
  expect(faultOf(fault('new_rule'))).toBe('What the server wrote')
})
