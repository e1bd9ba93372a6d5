/** Quick add: places by two counts, and what an edit leaves of them. */
import { describe, expect, it } from 'vitest'
import { zTaskCreate, zThemeCreate } from '@/api/zod.gen'
import { longestOf } from '@/lib/forms/longest'
import { asLine, asSent, keepSpans, partsOf, piecesOf } from './quick-add-spans'

const date = (start: number, end: number) => ({ kind: 'date' as const, start, end, value: '2026-11-21' })

describe('places', () => {
  it('of a part behind pictures are by UTF-16 here and by code points at the server', () => {
    const text = '🦐🍗 kaufen übermorgen'
    const [part] = partsOf(text, [date(10, 20)])
    expect(text.slice(part?.start, part?.end)).toBe('übermorgen')
    expect(asSent(text, part ? [part] : [])).toEqual([[10, 20]])
  })

  it('beyond the end are the end', () => {
    expect(partsOf('ab', [date(1, 9)])).toMatchObject([{ start: 1, end: 2 }])
  })
})

describe('a line', () => {
  it('is of the same length without what no line may hold', () => {
    expect(asLine('a\tb\nc\u202ed')).toBe('a b c d')
    expect(asLine('a\ud83d b')).toBe('a  b')
    expect(asLine('🦐')).toBe('🦐')
  })

  it('falls into what was recognised and what is between', () => {
    const text = 'Call tomorrow #home'
    const parts = [date(5, 13), { kind: 'theme' as const, start: 14, end: 19, value: 'home' }]
    expect(piecesOf(text, parts).map(({ text: piece, kind }) => [piece, kind])).toEqual([
      ['Call ', undefined],
      ['tomorrow', 'date'],
      [' ', undefined],
      ['#home', 'theme'],
    ])
    expect(piecesOf('', [])).toEqual([])
  })
})

describe('an edit', () => {
  const tomorrow = [{ start: 5, end: 13 }]
  const edits: [string, string, { start: number; end: number }[]][] = [
    ['behind', 'Call tomorrow again', tomorrow],
    ['before', 'Please call tomorrow', [{ start: 12, end: 20 }]],
    ['inside', 'Call tomorow', []],
    ['that makes the word longer', 'Call tomorrows', []],
    ['that joins it to the word before', 'Calltomorrow', []],
    ['that takes all', '', []],
    ['that sets a mark behind', 'Call tomorrow!', tomorrow],
  ]
  it.each(edits)('%s', (_where, after, kept) => {
    expect(keepSpans('Call tomorrow', after, tomorrow)).toEqual(kept)
  })

  it('before two spans moves both, with what they carry', () => {
    const spans = [
      { start: 0, end: 2, kind: 'a' },
      { start: 3, end: 5, kind: 'b' },
    ]
    expect(keepSpans('ab cd', '🦐 ab cd', spans)).toEqual([
      { start: 3, end: 5, kind: 'a' },
      { start: 6, end: 8, kind: 'b' },
    ])
  })
})

describe('the longest text', () => {
  it('is read from the checks of the API', () => {
    expect(longestOf(zTaskCreate.shape.title)).toBe(200)
    expect(longestOf(zThemeCreate.shape.name)).toBe(24)
  })
})
