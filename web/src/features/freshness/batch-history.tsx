/** What was done with a batch, the latest first. */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { EventRead } from '@/api'
import { readHistoryOptions } from '@/api/@tanstack/react-query.gen'
import { dateAndTime, isDate } from '@/lib/dates'
import type { Batch } from '@/lib/freshness'
import { LedgerList, LedgerSkeleton } from '@/ui'
import { eventWords, fieldWords } from './history-words'
import { useShop } from './use-shop'
import { dateWords } from './words'

export function BatchHistory({ batch, today }: { batch: Batch; today: string }) {
  const { t } = useLingui()
  const isKnown = batch.created_at !== ''
  const query = useQuery({
    ...readHistoryOptions({ path: { batch_id: batch.id }, query: { limit: 100 } }),
    enabled: isKnown,
  })
  const zone = useShop().data?.effective_timezone ?? 'UTC'
  if (!isKnown || (!query.data && query.error)) return null
  if (!query.data) return <LedgerSkeleton label={t`One moment`} rows={2} />
  return (
    <LedgerList timeless title={t`History`}>
      {query.data.data.map((event) => (
        <HistoryRow key={event.number} event={event} zone={zone} today={today} />
      ))}
    </LedgerList>
  )
}

function HistoryRow({ event, zone, today }: { event: EventRead; zone: string; today: string }) {
  const { i18n } = useLingui()
  const written = (value: unknown) => {
    if (value === null || value === '') return '–'
    return isDate(value) ? dateWords(value, today) : String(value)
  }
  return (
    <li className="grid gap-x-4 border-b border-rule py-2.5 min-[36rem]:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0 wrap-anywhere">
        <p className="font-medium">{i18n._(eventWords[event.kind])}</p>
        {event.reason && <p className="text-note text-ink-2">{event.reason}</p>}
        {event.kind === 'edited' &&
          event.changes.map(({ field, old, new: now }) => (
            <p key={field} className="text-note text-ink-2">
              {fieldWords[field] ? i18n._(fieldWords[field]) : field}: {written(old)} → {written(now)}
            </p>
          ))}
      </div>
      <time dateTime={event.at} className="text-small text-ink-2 tabular-nums">
        {dateAndTime(event.at, i18n.locale, zone)}
      </time>
    </li>
  )
}
