/** Goods that turn today or tomorrow: how fresh, and sold or discarded in place. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { BatchEntry, Status, Today } from '@/api'
import { addDays, shortDate } from '@/lib/dates'
import { type BatchWrite, batchOpOf, enqueueBatch, refreshBatchesAfterSending } from '@/lib/freshness-ops'
import { useOutboxStatus } from '@/lib/outbox-status'
import { showProblem } from '@/lib/show-problem'
import { type IconName, LedgerRow, type MenuItem, Pill, RowAction, showToast, type Tone } from '@/ui'
import { changeRows } from '../entries'
import { Waiting } from '../row-parts'

interface RowProps {
  entry: BatchEntry
  today: string
}

export function BatchRow({ entry, today }: RowProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const { waiting } = useOutboxStatus()
  const { id, title, batch_identifier: identifier, actions } = entry
  const name = `${title} ${identifier}`
  useEffect(() => refreshBatchesAfterSending(client), [client])
  const paint = (next: BatchEntry) =>
    client.setQueriesData<Today>(
      { queryKey: [{ _id: 'readToday' }] },
      (day) => day && changeRows(day, (row) => (row.id === id && row.kind === 'batch' ? next : row)),
    )
  const send = (write: BatchWrite, label: string) => void enqueueBatch(id, write, label).catch(showProblem)
  const leave = (kind: 'sold' | 'discarded', label: string) => {
    paint({ ...entry, state: 'done', batch_state: kind, actions: ['undo'] })
    send({ kind, on: today }, label)
    const undo = () => {
      paint(entry)
      send({ kind: 'restored', state: kind }, t`${name}: as before`)
    }
    void showToast(label, { id: `batch-${id}`, undo })
  }
  const back = () => {
    paint({ ...entry, state: 'attention', batch_state: 'on_shelf', actions: ['sold', 'discarded'] })
    send({ kind: 'restored', state: entry.batch_state }, t`${name}: taken back`)
  }
  const items: MenuItem[] = actions.includes('undo')
    ? [{ label: t`Take back`, icon: 'undo', onSelect: back }]
    : [
        { label: t`Sold`, icon: 'check', onSelect: () => leave('sold', t`${name}: sold`) },
        { label: t`Discard`, icon: 'archive', onSelect: () => leave('discarded', t`${name}: discarded`) },
      ]
  const [first] = items
  return (
    <LedgerRow
      data-row={id}
      mark={
        <span aria-hidden="true" className="grid size-11 place-items-center text-[1.5rem] leading-none">
          {entry.product.emoji || '·'}
        </span>
      }
      title={
        <Link
          to="/freshness/$batchId"
          params={{ batchId: id }}
          className="flex min-h-11 items-center hover:underline hover:decoration-rule-strong"
        >
          {name}
        </Link>
      }
      note={
        <span className="-mt-2 block pb-1">
          <Note entry={entry} today={today} />
        </span>
      }
      status={
        waiting.some((op) => batchOpOf(op)?.batchId === id) ? <Waiting /> : <StatusPill entry={entry} />
      }
      action={
        first && (
          <RowAction aria-label={`${name}: ${first.label}`} onClick={first.onSelect}>
            {first.label}
          </RowAction>
        )
      }
      menu={{ label: t`More for ${name}`, items }}
      state={entry.state === 'done' ? 'done' : 'open'}
    />
  )
}

const looks: Partial<Record<Status, { icon: IconName; tone: Tone }>> = {
  fresh: { icon: 'check', tone: 'ok' },
  caution: { icon: 'warning', tone: 'warn' },
  expired: { icon: 'cancel', tone: 'bad' },
}

function StatusPill({ entry: { status, state } }: { entry: BatchEntry }) {
  const { t } = useLingui()
  const look = looks[status]
  if (!look || state === 'done') return null
  const words: Partial<Record<Status, string>> = {
    fresh: t({ message: 'Fresh', context: 'how fresh a batch is' }),
    caution: t`Caution`,
    expired: t`Expired`,
  }
  return <Pill {...look}>{words[status]}</Pill>
}

/** How long it stands, and when it turns. */
function Note({ entry: { status, caution_on, expires_on, days_on_shelf }, today }: RowProps) {
  const { t, i18n } = useLingui()
  const days = plural(days_on_shelf, { one: '# day on the shelf', other: '# days on the shelf' })
  const turns = status === 'fresh' && caution_on < expires_on ? caution_on : expires_on
  const isCaution = turns !== expires_on
  if (status === 'expired') return days
  if (turns === addDays(today, 1))
    return `${days} · ${isCaution ? t`caution from tomorrow` : t`expires tomorrow`}`
  const on = shortDate(turns, i18n.locale)
  return `${days} · ${isCaution ? t`caution from ${on}` : t`expires ${on}`}`
}
