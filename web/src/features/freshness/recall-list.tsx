/** What is meant by a recall, to be handed over: on paper without anything else around it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import type { RecallResult } from '@/api'
import { longDate } from '@/lib/dates'
import { toBatch } from './paths'
import { StatusPill } from './status-pill'
import { useShop } from './use-shop'
import { dateWords, quantityWords, stateWords } from './words'

const head = 'py-2 pr-4 text-left font-normal whitespace-nowrap'
const cell = 'py-1.5 pr-4 text-note tabular-nums'
const wide = 'hidden min-[36rem]:table-cell print:table-cell'

export function RecallList({ result: { data, on } }: { result: RecallResult }) {
  const { t, i18n } = useLingui()
  const shop = useShop().data
  return (
    <div>
      <p className="mb-3 hidden text-note print:block">
        {[shop?.name, shop?.contact.replaceAll('\n', ', '), longDate(on, i18n.locale)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <table className="w-full">
        <caption className="sr-only">{t`Batches that are meant`}</caption>
        <thead>
          <tr className="border-b border-rule text-small text-ink-2">
            <th scope="col" className={head}>
              <Trans>Batch</Trans>
            </th>
            <th scope="col" className={head}>
              <Trans>Where it is</Trans>
            </th>
            <th scope="col" className={clsx(head, wide)}>
              <Trans>Lot</Trans>
            </th>
            <th scope="col" className={clsx(head, wide)}>
              <Trans>Arrived</Trans>
            </th>
            <th scope="col" className={clsx(head, wide, 'text-right!')}>
              <Trans>Quantity</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.map((batch) => (
            <tr key={batch.id} className="border-b border-rule">
              <th scope="row" className={clsx(cell, 'text-left font-normal')}>
                <Link
                  {...toBatch(batch.id)}
                  className="inline-flex min-h-11 min-w-11 flex-wrap content-center gap-x-2 wrap-anywhere hover:underline"
                >
                  <span className="font-semibold">{batch.batch_identifier}</span>
                  <span className="text-ink-2">{batch.product.name}</span>
                </Link>
              </th>
              <td className={cell}>
                {batch.state === 'recalled' ? (
                  <StatusPill status={batch.status} />
                ) : (
                  i18n._(stateWords[batch.state])
                )}
              </td>
              <td className={clsx(cell, wide)}>{batch.lot || '–'}</td>
              <td className={clsx(cell, wide)}>{dateWords(batch.arrival_date, on)}</td>
              <td className={clsx(cell, wide, 'text-right')}>{quantityWords(batch) ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
