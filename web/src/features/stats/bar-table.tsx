/** Success rates below each other: names over their bars, and the figures behind them. */
import { Trans } from '@lingui/react/macro'
import clsx from 'clsx'
import { Fragment, type ReactNode } from 'react'
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
const cell = 'pb-1 text-right'

/** Longer counts take several lines, so that names keep their room. */
const LONG = 14

export function BarTable({ caption, of, rows }: BarTableProps) {
  const hasTasks = rows.some(({ tasks }) => tasks !== undefined)
  return (
    <table className="w-full tabular-nums">
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
          <Fragment key={row.key}>
            <tr className="align-baseline">
              <th scope="row" className="pt-1.5 text-left font-medium wrap-anywhere">
                {row.name}
              </th>
              <td className={clsx(cell, 'pl-5 figure text-title leading-none whitespace-nowrap')}>
                {percentOrNone(row.rate)}
              </td>
              <Count done={row.done} due={row.due} />
              {hasTasks && (
                <td className={clsx(cell, 'pl-4 text-note text-ink-2')}>{number(row.tasks ?? 0)}</td>
              )}
            </tr>
            {/* Across the whole table: the bar is the rule below the row. */}
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus */}
            <tr aria-hidden="true">
              <td colSpan={hasTasks ? 4 : 3}>
                <Bar rate={row.rate} color={row.color} />
              </td>
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function Count({ done, due }: { done: number; due: number }) {
  const words = due > 0 ? ofWords(done, due) : '–'
  return (
    <td className={clsx(cell, 'pl-4 text-note text-ink-2', words.length < LONG && 'whitespace-nowrap')}>
      {words}
    </td>
  )
}
