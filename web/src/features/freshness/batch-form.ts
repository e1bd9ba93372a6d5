/** A batch as it is typed, and what is sent of it. What the API's own check refuses is told at its field. */

import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { BatchCreate, BatchUpdate, ProductRead } from '@/api'
import { zBatchCreate } from '@/api/zod.gen'
import { type Issue, issueWords } from '@/lib/forms/issues'
import { numberOf, textOf } from '@/lib/forms/numbers'
import type { Batch } from '@/lib/freshness'

export interface BatchForm {
  product_id: string
  batch_identifier: string
  arrival_date: string
  butcher_date: string
  use_by: string
  lot: string
  quantity: string
  unit: string
  note: string
  fresh_days: string
  caution_days: string
  use_by_days: string
}

export type FormErrors = Partial<Record<keyof BatchForm, string>>

/** A new batch: of the product that was had last, arrived today. Limits that are left empty are the product's. */
export const newForm = (product: ProductRead | undefined, today: string, identifier: string): BatchForm => ({
  product_id: product?.id ?? '',
  batch_identifier: identifier,
  arrival_date: today,
  ...{ butcher_date: '', use_by: '', lot: '', quantity: '', unit: '', note: '' },
  ...{ fresh_days: '', caution_days: '', use_by_days: '' },
})

/** The next one of the same delivery: its dates and its lot are the same. */
export const nextForm = (form: BatchForm): BatchForm => ({
  ...form,
  ...{ batch_identifier: '', use_by: '', quantity: '', note: '' },
  ...{ fresh_days: '', caution_days: '', use_by_days: '' },
})

export const formOf = (batch: Batch): BatchForm => ({
  product_id: batch.product.id,
  batch_identifier: batch.batch_identifier,
  arrival_date: batch.arrival_date,
  butcher_date: batch.butcher_date ?? '',
  // One that follows from the limits is not written again.
  use_by: batch.use_by_rule === 'written' ? (batch.use_by ?? '') : '',
  lot: batch.lot,
  quantity: textOf(batch.quantity, i18n.locale),
  unit: batch.unit,
  note: batch.note,
  fresh_days: textOf(batch.limits.fresh_days, i18n.locale),
  caution_days: textOf(batch.limits.caution_days, i18n.locale),
  use_by_days: textOf(batch.limits.use_by_days, i18n.locale),
})

const NUMBERS = new Set(['quantity', 'fresh_days', 'caution_days', 'use_by_days'])
const EMPTY_AS_NULL = new Set(['butcher_date', 'use_by'])

function sentOf(field: keyof BatchForm, typed: string): string | number | null {
  if (NUMBERS.has(field)) return numberOf(typed)
  return EMPTY_AS_NULL.has(field) && !typed ? null : typed.trim()
}

const entries = (form: BatchForm) => Object.entries(form) as [keyof BatchForm, string][]

/** What is left empty is left out: the server has what it should be. */
export const createOf = (form: BatchForm): BatchCreate =>
  Object.fromEntries(
    entries(form).flatMap(([field, typed]) => (typed.trim() ? [[field, sentOf(field, typed)]] : [])),
  ) as unknown as BatchCreate

/** Only what is another than before. */
export const updateOf = (form: BatchForm, before: BatchForm): BatchUpdate =>
  Object.fromEntries(
    entries(form).flatMap(([field, typed]) =>
      typed === before[field] ? [] : [[field, sentOf(field, typed)]],
    ),
  ) as BatchUpdate

const DATE = msg`Choose a date`
const IDENTIFIER = msg`Give it an identifier`

const WANTED: Partial<Record<keyof BatchForm, ReturnType<typeof msg>>> = {
  product_id: msg`Choose a product`,
  ...{ arrival_date: DATE, butcher_date: DATE, use_by: DATE },
  quantity: msg`Write a number`,
}

/** What is wrong with what was typed, by field. `unfinished` dates are typed, but none. */
export function errorsOf(
  form: BatchForm,
  { mayLackIdentifier, unfinished }: { mayLackIdentifier: boolean; unfinished: readonly string[] },
): FormErrors {
  const { error } = zBatchCreate.safeParse(createOf(form))
  const errors: FormErrors = {}
  // Left out, these would stay as they are, or be what nobody meant.
  if (!form.arrival_date) errors.arrival_date = i18n._(DATE)
  if (!mayLackIdentifier && !form.batch_identifier.trim()) errors.batch_identifier = i18n._(IDENTIFIER)
  for (const name of unfinished) errors[name as keyof BatchForm] = i18n._(DATE)
  for (const issue of error?.issues ?? []) {
    const field = issue.path[0] as keyof BatchForm
    const wanted = WANTED[field]
    errors[field] ??= issueWords(issue as Issue, wanted && i18n._(wanted))
  }
  return errors
}
