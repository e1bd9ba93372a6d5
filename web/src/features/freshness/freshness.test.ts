import { beforeAll, describe, expect, it } from 'vitest'
import type { BatchRead, ProductMark } from '@/api'
import { batchesWith } from '@/lib/freshness'
import { batchOpOf } from '@/lib/freshness-ops'
import { activateLocale } from '@/lib/i18n'
import type { Op } from '@/lib/outbox'
import { createOf, errorsOf, formOf, newForm, nextForm, updateOf } from './batch-form'
import { writesOf } from './bulk'
import { batchSearch, queryOf } from './filters'
import { nextByLetter } from './product-tiles'
import { inSections, isShown } from './sections'
import { isWrongShift, nextStart, STOCKS, sheetsOf, stockOf } from './stocks'
import { limitWords, nextWords, quantityWords, shelfWords } from './words'

const chicken: ProductMark = { id: '11111111-1111-4111-8111-111111111111', name: 'Chicken', emoji: '🍗' }
const ID = '22222222-2222-4222-8222-222222222222'
const NEW_ID = '33333333-3333-4333-8333-333333333333'

const batch: BatchRead = {
  ...{ id: ID, product: chicken, batch_identifier: 'B-1001', lot: 'L-7', butcher_date: null },
  ...{ arrival_date: '2026-11-18', use_by: null, use_by_rule: null, quantity: 1.5, unit: 'kg', note: '' },
  ...{ state: 'on_shelf', status: 'fresh', days_on_shelf: 2 },
  next_change: { on: '2026-11-21', status: 'caution' },
  limits: { fresh_days: 2, caution_days: 4, use_by_days: null },
  ...{ left_on: null, recall_reason: '', code: 'ABCDEFGHJKMN', code_grouped: 'ABCD-EFGH-JKMN' },
  ...{ public_url: 'http://localhost/b/ABCDEFGHJKMN', scans: 0, created_at: 'x', updated_at: 'x' },
} as BatchRead

const op = (method: Op['method'], url: string, body?: unknown) => ({ method, url, body }) as Op
const at = (id: string, action = '') => `/api/v1/batches/${id}${action}`

beforeAll(() => activateLocale('en'))

describe('what waits to be sent', () => {
  const shown = (...waiting: Op[]) => batchesWith([batch], waiting, [chicken])

  it('is read back from the outbox', () => {
    expect(batchOpOf(op('POST', at(ID, '/sold'), { on: '2026-11-20' }))).toEqual({
      batchId: ID,
      write: { kind: 'sold', on: '2026-11-20' },
    })
    expect(batchOpOf(op('DELETE', at(ID)))?.write.kind).toBe('delete')
    expect(batchOpOf(op('GET' as Op['method'], at(ID)))).toBeUndefined()
    expect(batchOpOf(op('POST', '/api/v1/batches/bulk', {}))).toBeUndefined()
  })

  it('goes on ageing when it is sold, and is never fresh again when it is thrown away', () => {
    expect(shown(op('POST', at(ID, '/sold'), { on: '2026-11-20' }))[0]).toMatchObject({
      state: 'sold',
      status: 'fresh',
      left_on: '2026-11-20',
    })
    expect(shown(op('POST', at(ID, '/discarded'), { on: '2026-11-20' }))[0]?.status).toBe('expired')
    expect(shown(op('POST', at(ID, '/recalled'), { reason: 'why' }))[0]).toMatchObject({
      status: 'recalled',
      recall_reason: 'why',
    })
  })

  it('has no status where only the server can tell', () => {
    const save = op('PUT', at(NEW_ID), { product_id: chicken.id, arrival_date: '2026-11-20' })
    expect(shown(save)[0]).toMatchObject({ id: NEW_ID, status: null, product: chicken })
    expect(shown(op('PATCH', at(ID), { arrival_date: '2026-11-10' }))[0]?.status).toBeNull()
    expect(shown(op('PATCH', at(ID), { note: 'cold' }))[0]?.status).toBe('fresh')
  })

  it('is gone when it is deleted, and back when that is undone', () => {
    expect(shown(op('DELETE', at(ID)))).toEqual([])
    expect(shown(op('DELETE', at(ID)), op('POST', at(ID, '/undelete')))).toHaveLength(1)
  })
})

describe('a form', () => {
  it('sends what was typed and leaves the rest to the server', () => {
    const form = { ...newForm(undefined, '2026-11-20', ''), product_id: chicken.id, quantity: '2,5' }
    expect(createOf(form)).toEqual({ product_id: chicken.id, arrival_date: '2026-11-20', quantity: 2.5 })
    const asNew = { mayLackIdentifier: true, unfinished: [] }
    expect(errorsOf(form, asNew)).toEqual({})
    expect(errorsOf({ ...form, product_id: '', quantity: 'many' }, asNew)).toEqual({
      product_id: 'Choose a product',
      quantity: 'Write a number',
    })
  })

  it('is not sent with a date that is none, nor changed to have no identifier or arrival', () => {
    const form = { ...formOf(batch), arrival_date: '', batch_identifier: ' ' }
    expect(errorsOf(form, { mayLackIdentifier: false, unfinished: ['butcher_date'] })).toEqual({
      arrival_date: 'Choose a date',
      batch_identifier: 'Give it an identifier',
      butcher_date: 'Choose a date',
    })
  })

  it('is followed by the next of the same delivery', () => {
    const next = nextForm({ ...formOf(batch), quantity: '4', unit: 'kg' })
    expect(next).toMatchObject({ lot: 'L-7', arrival_date: '2026-11-18', unit: 'kg' })
    expect([next.batch_identifier, next.quantity, next.fresh_days]).toEqual(['', '', ''])
  })

  it('sends of a change only what is another', () => {
    const before = formOf(batch)
    expect(updateOf({ ...before, lot: '', butcher_date: '2026-11-17' }, before)).toEqual({
      lot: '',
      butcher_date: '2026-11-17',
    })
  })
})

describe('the list', () => {
  it('asks for what is on the shelf unless the address says otherwise', () => {
    expect(queryOf(batchSearch({}))).toEqual({ state: ['on_shelf'], sort: '-arrival_date' })
    expect(batchSearch({ state: 'eaten', from: 'soon', sort: 'size', q: ' B-1 ' })).toEqual({ q: 'B-1' })
    expect(queryOf(batchSearch({ state: 'all', status: 'expired' }))).toEqual({
      status: ['expired'],
      sort: '-arrival_date',
    })
  })

  it('puts the most pressing first', () => {
    const expired = { ...batch, id: NEW_ID, status: 'expired' as const }
    expect(inSections([batch, expired], {}).map(({ status }) => status)).toEqual(['expired', 'fresh'])
    expect(inSections([batch, expired], { sort: 'product' })).toHaveLength(1)
    expect(isShown({ ...batch, state: 'sold' }, {})).toBe(false)
    expect(isShown({ ...batch, state: 'sold' }, { state: 'all' })).toBe(true)
  })

  it('writes several one by one with what takes each back', () => {
    expect(writesOf({ state: 'on_shelf' }, { action: 'sold' }, '2026-11-20')).toEqual({
      write: { kind: 'sold', on: '2026-11-20' },
      undo: { kind: 'restored', state: 'sold' },
    })
  })
})

describe('labels', () => {
  it('use a sheet up that was begun', () => {
    const l7160 = stockOf('L7160')
    expect([sheetsOf(l7160, 3, 20), nextStart(l7160, 3, 20)]).toEqual([2, 2])
    expect(stockOf('unknown')).toBe(STOCKS[0])
  })

  it('are shifted by a few millimetres at most', () => {
    expect(['', '0', '-1,5', '10', '10.1', '-11', 'x'].map(isWrongShift)).toEqual([
      ...[false, false, false, false],
      ...[true, true, true],
    ])
  })
})

describe('products as tiles', () => {
  const tiles = ['Seafood', 'Beef', 'Salmon'].map((name) => ({ id: name, name }))
  const press = (value: string, key: string, ctrlKey = false) =>
    nextByLetter(tiles, value, { key, ctrlKey, altKey: false, metaKey: false })

  it('are gone through by the letters they begin with', () => {
    expect([press('Beef', 's'), press('Salmon', 'S'), press('Seafood', 's')]).toEqual([
      'Salmon',
      'Seafood',
      'Salmon',
    ])
  })

  it('leave keys to others that are no letters of theirs', () => {
    expect([
      press('Beef', 'x'),
      press('Beef', 'Enter'),
      press('Beef', ' '),
      press('Beef', 's', true),
    ]).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('words', () => {
  it('say how long it stands, how much it is and what comes next', () => {
    expect([-1, 0, 1, 3].map(shelfWords)).toEqual([
      'arrives tomorrow',
      'arrived today',
      '1 day on the shelf',
      '3 days on the shelf',
    ])
    expect(nextWords(batch, '2026-11-20')).toBe('Caution from tomorrow')
    expect(quantityWords(batch)).toBe('1.5 kg')
    expect(limitWords({ fresh_days: 2, caution_days: 4, use_by_days: 7 })).toBe(
      'fresh to day 2, caution to day 4, use by day 7',
    )
  })
})
