/** Batches as rows of a table: more of them at a time, with their dates in columns. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import { MenuButton } from '@/ui'
import { useBatchMenu } from './batch-menu'
import type { BatchProps } from './batch-sections'
import { ChosenBox } from './chosen-box'
import { toBatch } from './paths'
import { SectionTitle } from './section-title'
import { StatePill, StatusPill } from './status-pill'
import { dateWords, nameOf, quantityWords } from './words'

const head = 'py-2 pr-4 text-left font-normal whitespace-nowrap'
const cell = 'py-1.5 pr-4 text-note whitespace-nowrap tabular-nums'
/** What a phone has no room for is on the page of the batch. */
const wide = 'hidden min-[48rem]:table-cell'

/** Rows under a heading of their own; without one where the whole table is one group. */
interface Group {
  title: string | undefined
  rows: readonly BatchProps[]
}

/** One table, so that its columns stand below each other whatever the groups hold. */
export function BatchTable({ groups }: { groups: readonly Group[] }) {
  return (
    <table className="mt-4 w-full">
      <caption className="sr-only">
        <Trans>Batches</Trans>
      </caption>
      <thead>
        <tr className="border-b border-rule text-small text-ink-2">
          <th scope="col" className={head}>
            <Trans>Batch</Trans>
          </th>
          <th scope="col" className={head}>
            <Trans>Status</Trans>
          </th>
          <th scope="col" className={clsx(head, wide, 'text-right!')}>
            <Trans>Days</Trans>
          </th>
          <th scope="col" className={clsx(head, wide)}>
            <Trans>Arrived</Trans>
          </th>
          <th scope="col" className={clsx(head, wide)}>
            <Trans>Cut</Trans>
          </th>
          <th scope="col" className={clsx(head, wide)}>
            <Trans>Use by</Trans>
          </th>
          <th scope="col" className={clsx(head, wide)}>
            <Trans>Lot</Trans>
          </th>
          <th scope="col" className={clsx(head, wide, 'text-right!')}>
            <Trans>Quantity</Trans>
          </th>
          <th scope="col" className="w-11">
            <span className="sr-only">
              <Trans>More</Trans>
            </span>
          </th>
        </tr>
      </thead>
      {groups.map(({ title, rows }) => (
        <tbody key={title ?? ''}>
          {title && (
            <tr className="border-b border-rule">
              <th scope="rowgroup" colSpan={9} className="pt-6 pb-1.5 text-left font-normal">
                <SectionTitle title={title} count={rows.length} />
              </th>
            </tr>
          )}
          {rows.map((row) => (
            <BatchLine key={row.batch.id} {...row} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function BatchLine(props: BatchProps) {
  const { batch, today, isSelected } = props
  const { t } = useLingui()
  const items = useBatchMenu(props)
  const name = nameOf(batch)
  const date = (day: string | null) => (day ? dateWords(day, today) : '–')
  const isSelecting = isSelected !== undefined
  return (
    <tr
      data-batch={batch.id}
      className={clsx('border-b border-rule', isSelected && 'bg-sunk', isSelecting && 'cursor-pointer')}
    >
      <th scope="row" className="w-full py-1.5 pr-4 text-left font-normal">
        <span className="flex items-center gap-2.5">
          {isSelecting ? (
            <ChosenBox name={name} isSelected={isSelected} />
          ) : (
            <span aria-hidden="true" className="w-7 flex-none text-[1.375rem] leading-none">
              {batch.product.emoji}
            </span>
          )}
          <Link
            {...toBatch(batch.id)}
            className="flex min-h-11 min-w-11 flex-wrap content-center items-baseline gap-x-2 underline-offset-3 wrap-anywhere hover:underline"
          >
            <span className="font-semibold">{batch.batch_identifier || '…'}</span>
            <span className="text-note text-ink-2">{batch.product.name}</span>
          </Link>
        </span>
      </th>
      <td className={cell}>
        <span className="flex flex-wrap gap-1">
          <StatusPill status={batch.status} />
          <StatePill state={batch.state} />
        </span>
      </td>
      <td className={clsx(cell, wide, 'text-right')}>{batch.days_on_shelf ?? '–'}</td>
      <td className={clsx(cell, wide)}>{date(batch.arrival_date)}</td>
      <td className={clsx(cell, wide)}>{date(batch.butcher_date)}</td>
      <td className={clsx(cell, wide)}>{date(batch.use_by)}</td>
      <td className={clsx(cell, wide, 'max-w-32 truncate')}>{batch.lot || '–'}</td>
      <td className={clsx(cell, wide, 'text-right')}>{quantityWords(batch) ?? '–'}</td>
      <td className="no-print">
        {!isSelecting && <MenuButton label={t`More about ${name}`} items={items} />}
      </td>
    </tr>
  )
}
