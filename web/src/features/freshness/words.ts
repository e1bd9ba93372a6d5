/** Words and signs that the screens of freshness share. */
import type { MessageDescriptor } from '@lingui/core'
import { i18n } from '@lingui/core'
import { msg, plural, t } from '@lingui/core/macro'
import type { BatchState, Status } from '@/api'
import { daysBetween, figure, mediumDate, shortDate } from '@/lib/dates'
import type { Batch } from '@/lib/freshness'
import type { IconName, Tone } from '@/ui'
import './problems'

export const statusWords: Record<Status, MessageDescriptor> = {
  not_yet: msg`Not yet`,
  fresh: msg({ message: 'Fresh', context: 'how fresh a batch is' }),
  caution: msg`Caution`,
  expired: msg`Expired`,
  recalled: msg`Recalled`,
}

/** A status is told by its word, and by a sign of its own besides its colour. */
export const statusLooks: Record<Status, { icon: IconName; tone: Tone }> = {
  not_yet: { icon: 'clock', tone: 'neutral' },
  fresh: { icon: 'check', tone: 'ok' },
  caution: { icon: 'warning', tone: 'warn' },
  expired: { icon: 'cancel', tone: 'bad' },
  recalled: { icon: 'alert', tone: 'bad' },
}

export const stateWords: Record<BatchState, MessageDescriptor> = {
  on_shelf: msg`On the shelf`,
  sold: msg`Sold`,
  discarded: msg`Discarded`,
  recalled: msg`Recalled`,
}

/** "🍗 Chicken B-2043", as messages and labels name it. */
export const nameOf = ({ product, batch_identifier }: Pick<Batch, 'product' | 'batch_identifier'>): string =>
  `${product.name} ${batch_identifier}`.trim()

/** A date of the shop, with its year where that is another one. */
export const dateWords = (date: string, today: string): string =>
  date.slice(0, 4) === today.slice(0, 4) ? shortDate(date, i18n.locale) : mediumDate(date, i18n.locale)

/** How long it has been there: "since today", "3 days on the shelf". */
export function shelfWords(days: number): string {
  if (days < 0) return plural(-days, { one: 'arrives tomorrow', other: 'arrives in # days' })
  if (days === 0) return t`arrived today`
  return plural(days, { one: '# day on the shelf', other: '# days on the shelf' })
}

/** What happens next if nobody does anything: "caution from tomorrow", "expired from 24 Nov". */
export function nextWords({ next_change }: Pick<Batch, 'next_change'>, today: string): string | undefined {
  if (!next_change) return undefined
  const status = i18n._(statusWords[next_change.status])
  if (daysBetween(today, next_change.on) === 1) return t`${status} from tomorrow`
  const day = dateWords(next_change.on, today)
  return t`${status} from ${day}`
}

export function quantityWords({ quantity, unit }: Pick<Batch, 'quantity' | 'unit'>): string | undefined {
  if (quantity === null) return undefined
  return `${figure(quantity, i18n.locale)} ${unit}`.trim()
}

interface Limits {
  fresh_days: number
  caution_days: number
  use_by_days: number | null
}

/** "fresh 2 days, caution until day 4, use by day 7" */
export function limitWords({ fresh_days, caution_days, use_by_days }: Limits): string {
  const days = t`fresh to day ${fresh_days}, caution to day ${caution_days}`
  return use_by_days === null ? days : t`${days}, use by day ${use_by_days}`
}
