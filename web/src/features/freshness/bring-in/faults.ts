/** Why a table is refused as a whole, and what is wrong in one of its cells, in words. */
import type { MessageDescriptor } from '@lingui/core'
import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { RowFault } from '@/api'
import { faultWords, Problem, problemMessage } from '@/lib/problem'
import { fieldWords } from '../history-words'
import '../problems'

/** These codes mean something else of other files, so they are not among the words for every problem. */
const files: Record<string, MessageDescriptor> = {
  empty: msg`This file is empty.`,
  too_large: msg`This file is larger than 2 MB. Bring it in as several files.`,
  not_text: msg`This is not a table as text. In your spreadsheet choose “Save as” or “Export”, and CSV.`,
  damaged: msg`This table cannot be read. Export it again.`,
  missing_headings: msg`The first line has to name the columns. One of them has to be “product”.`,
  too_many_rows: msg`This table has more than 1000 rows. Bring it in as several files.`,
}

/** One sentence for a refused file. */
export function refusalOf(error: unknown): string {
  const code = error instanceof Problem ? (error.fields[0]?.code ?? error.code) : ''
  const known = files[code]
  return known ? i18n._(known) : problemMessage(error)
}

/** What the API's own checks find wrong in a cell. */
const kinds: [RegExp, MessageDescriptor][] = [
  [/^(string_)?too_long$/, msg`This is too long.`],
  [/^(string_too_short|invisible|missing)$/, msg`This is missing.`],
  [/^(greater|less)_than/, msg`This number is too small or too large.`],
  [/^(int|float|finite)_/, msg`This is not a number as it is wanted here.`],
  [/^control_character$/, msg`It holds characters that cannot be seen.`],
]

const places: typeof fieldWords = {
  state: msg`Where it went`,
  left_on: msg`Sold or discarded on`,
  reason: msg`Reason`,
}

export const placeOf = (field: string): string => {
  const known = fieldWords[field] ?? places[field]
  return known ? i18n._(known) : field
}

export function faultOf({ code, detail }: RowFault): string {
  const kind = kinds.find(([pattern]) => pattern.test(code))
  return kind ? i18n._(kind[1]) : faultWords({ code, detail })
}
