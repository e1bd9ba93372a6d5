/** What became of the goods: arrived, sold and thrown away, by product and over time. */
import { Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { useState } from 'react'
import type { TurnoverRead, TurnoverReport } from '@/api'
import { readTurnoverOptions } from '@/api/@tanstack/react-query.gen'
import { addDays, figure, shortDate } from '@/lib/dates'
import { Button, EmptyState, LedgerSkeleton, SegmentedControl } from '@/ui'
import { Unread } from '@/ui/unread'
import { AreaPage } from './area-page'
import { downloadTurnover } from './tables'
import { TurnoverBar } from './turnover-bar'
import { useShop } from './use-shop'

/** How many days, and into what they are cut. */
const RANGES = { week: [7, 'day'], month: [28, 'week'], year: [365, 'month'] } as const
type Range = keyof typeof RANGES

export function TurnoverPage() {
  const { t } = useLingui()
  const [range, setRange] = useState<Range>('month')
  const today = useShop().data?.today
  const [days, by] = RANGES[range]
  const query = useQuery({
    ...readTurnoverOptions({
      query: { from: addDays(today ?? '2026-01-01', 1 - days), to: today ?? '', by },
    }),
    enabled: today !== undefined,
    placeholderData: keepPreviousData,
  })
  const report = query.data
  const { arrived = 0, sold = 0, discarded = 0 } = report?.total ?? {}
  return (
    <AreaPage
      title={t`Turnover and waste`}
      meta={t`Batches by the day they came and the day they left.`}
      actions={
        report && (
          <Button
            icon="download"
            onClick={() => downloadTurnover({ from: report.first_on, to: report.last_on, by: report.by })}
          >
            <Trans>Table (CSV)</Trans>
          </Button>
        )
      }
    >
      <SegmentedControl<Range>
        label={t`Which days`}
        value={range}
        onChange={setRange}
        choices={[
          { value: 'week', label: t`7 days` },
          { value: 'month', label: t`4 weeks` },
          { value: 'year', label: t`A year` },
        ]}
        className="no-print mt-4"
      />
      {!report && !query.error && <LedgerSkeleton label={t`One moment`} />}
      {!report && query.error && <Unread error={query.error} onRetry={() => void query.refetch()} />}
      {report &&
        (arrived + sold + discarded === 0 ? (
          <EmptyState title={t`Nothing came or left in these days`} />
        ) : (
          <Report report={report} />
        ))}
    </AreaPage>
  )
}

interface Line extends TurnoverRead {
  key: string
  name: string
}

function Report({ report }: { report: TurnoverReport }) {
  const { t, i18n } = useLingui()
  const products = report.products.map((each) => ({
    ...each,
    key: each.product.id,
    name: `${each.product.emoji} ${each.product.name}`.trim(),
  }))
  const day = (date: string) => shortDate(date, i18n.locale)
  const periods = report.periods.map((each) => ({
    ...each,
    key: each.first_on,
    name:
      each.first_on === each.last_on ? day(each.first_on) : `${day(each.first_on)} – ${day(each.last_on)}`,
  }))
  return (
    <>
      <Table title={t`By product`} of={t`Product`} lines={products} total={report.total} />
      <Table title={t`Over time`} of={t`Days`} lines={periods} />
    </>
  )
}

const head = 'pb-1.5 pl-2.5 text-right font-normal wide:pl-4'
const cell = 'py-1.5 pl-2.5 wide:pl-4 text-right text-note tabular-nums'

interface TableProps {
  title: string
  of: string
  lines: readonly Line[]
  total?: TurnoverRead
}

function Table({ title, of, lines, total }: TableProps) {
  const { t } = useLingui()
  const most = Math.max(1, ...lines.map(({ sold, discarded }) => sold + discarded))
  return (
    <section className="mt-7">
      <h2 className="mb-2 text-head">{title}</h2>
      <table className="w-full">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="border-b border-rule align-bottom text-small text-ink-2">
            <th scope="col" className="w-full pb-1.5 text-left font-normal">
              {of}
            </th>
            <th scope="col" className={head}>
              <Trans>Arrived</Trans>
            </th>
            <th scope="col" className={head}>
              <Trans>Sold</Trans>
            </th>
            <th scope="col" className={head}>
              <Trans>Discarded</Trans>
            </th>
            <th scope="col" className={head}>
              <Trans>Waste</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, ...figures }) => (
            <Row key={key} name={name} figures={figures} most={most} />
          ))}
          {total && <Row name={t`All together`} figures={total} most={0} isTotal />}
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  name: string
  figures: TurnoverRead
  most: number
  isTotal?: boolean
}

function Row({ name, figures, most, isTotal = false }: RowProps) {
  const { i18n } = useLingui()
  const { arrived, sold, discarded, waste_share: waste } = figures
  return (
    <tr className={clsx('border-b border-rule', isTotal && 'font-semibold')}>
      <th
        scope="row"
        className={clsx('py-1.5 text-left wrap-anywhere', isTotal ? 'font-semibold' : 'font-medium')}
      >
        {name}
        {most > 0 && <TurnoverBar sold={sold} discarded={discarded} most={most} />}
      </th>
      <td className={cell}>{figure(arrived, i18n.locale)}</td>
      <td className={cell}>{figure(sold, i18n.locale)}</td>
      <td className={cell}>{figure(discarded, i18n.locale)}</td>
      <td className={clsx(cell, 'whitespace-nowrap')}>
        {waste === null ? '–' : `${Math.round(waste * 100)} %`}
      </td>
    </tr>
  )
}
