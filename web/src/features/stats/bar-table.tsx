/** Success rates below each other: names over their bars, and the figures behind them. */
import { Trans } from '@lingui/react/macro'
import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Bar } from './bar'
import { number, ofWords, percentOrNone } from './words'

export interface BarRow {
  key: string
  name: ReactNode
  rate: number | null
  done: number
  due: number
  color?: string | null | undefined
  tasks?: number
}

interface BarTableProps {
  caption: string
  /** What the rows are: the head of the first column. */
  of: string
  rows: readonly BarRow[]
}

const head = 'pb-1.5 text-right font-normal'
const cell = 'pb-2.5 text-right whitespace-nowrap'

export function BarTable({ caption, of, rows }: BarTableProps) {
  const hasTasks = rows.some(({ tasks }) => tasks !== undefined)
  return (
    <table className="relative w-full tabular-nums">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-rule align-bottom text-small text-ink-2">
          <th scope="col" className={clsx(head, 'w-full text-left!')}>
            {of}
          </th>
          <th scope="col" className={clsx(head, 'pl-5')}>
            <Trans>Success</Trans>
          </th>
          <th scope="col" className={clsx(head, 'pl-4')}>
            <Trans context="of habits, in a table">Done</Trans>
          </th>
          {hasTasks && (
            <th scope="col" className={clsx(head, 'pl-4')}>
              <Trans context="that were done, in a table">Tasks</Trans>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className="align-baseline">
            <th scope="row" className="pt-1.5 pb-1 text-left font-medium wrap-anywhere">
              {row.name}
              {/* Across the table, not only its cell: the bar is the rule below the row. */}
              <Bar rate={row.rate} color={row.color} className="absolute inset-x-0 h-1 w-full" />
            </th>
            <td className={clsx(cell, 'pl-5 figure text-title leading-none')}>{percentOrNone(row.rate)}</td>
            <td className={clsx(cell, 'pl-4 text-note text-ink-2')}>
              {row.due > 0 ? ofWords(row.done, row.due) : '–'}
            </td>
            {hasTasks && (
              <td className={clsx(cell, 'pl-4 text-note text-ink-2')}>{number(row.tasks ?? 0)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
