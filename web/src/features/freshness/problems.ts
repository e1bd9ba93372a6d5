/** The words for why something about goods is refused, at its field or as a whole. */
import { msg } from '@lingui/core/macro'
import { nameProblems } from '@/lib/problem'

nameProblems({
  batch_not_found: msg`This batch is not here any more.`,
  batch_deleted: msg`This batch was deleted.`,
  product_not_found: msg`This product is not here any more.`,
  product_deleted: msg`This product was deleted.`,
  unknown_product: msg`This product is not here any more. Choose another.`,
  identifier_taken: msg`Another batch has this identifier.`,
  product_name_taken: msg`Another product has this name.`,
  not_one_sign: msg`Use one emoji`,
  below_fresh_days: msg`Caution cannot end before what is fresh does.`,
  after_arrival: msg`It cannot be cut or packed after it arrived.`,
  before_start: msg`The use-by date lies before the goods were cut or arrived.`,
  too_far_ahead: msg`An arrival can be planned at most a year ahead.`,
  date_out_of_range: msg`Choose a date from 1900 to 2200.`,
  date_in_future: msg`That day has not begun at the shop yet.`,
  before_arrival: msg`It had not arrived by that day.`,
  state_conflict: msg`This batch cannot go there from where it is.`,
  nothing_named: msg`Name a lot, or choose a product.`,
  ends_before_start: msg`The end lies before the start`,
  recall_too_large: msg`These are more batches than can be recalled at once. Choose fewer days.`,
  too_many_batches: msg`There are 10,000 batches already. Delete some first.`,
  too_many_products: msg`There are 300 products already. Delete some first.`,
  too_many_lines: msg`Use at most 8 lines.`,
  unreachable_address: msg`Other devices do not reach this address. Use one such as http://192.168.1.20:8000`,
  logo_refused: msg`This is no picture that can be used: PNG, JPEG or WebP, at most 5 MB and 24 megapixels.`,
  too_many: msg`Print at most 1000 labels at once.`,
  unreadable: msg`This cannot be read.`,
  required: msg`This is missing.`,
})
