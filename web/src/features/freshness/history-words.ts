/** What was done with a batch, and the names of its fields, in words. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { EventKind } from '@/api'

export const eventWords: Record<EventKind, MessageDescriptor> = {
  created: msg`Registered`,
  edited: msg`Changed`,
  sold: msg`Sold`,
  discarded: msg`Discarded`,
  recalled: msg`Recalled`,
  restored: msg`Taken back`,
  new_code: msg`New code`,
  deleted: msg`Deleted`,
  undeleted: msg`Brought back`,
}

export const fieldWords: Record<string, MessageDescriptor | undefined> = {
  product: msg`Product`,
  batch_identifier: msg`Identifier`,
  lot: msg`Lot`,
  butcher_date: msg`Cut or packed on`,
  arrival_date: msg`Arrived on`,
  use_by: msg`Use by`,
  quantity: msg`Quantity`,
  unit: msg`Unit`,
  note: msg`Note`,
  fresh_days: msg`Days fresh`,
  caution_days: msg`Days with caution`,
  use_by_days: msg`Days until use-by`,
}
