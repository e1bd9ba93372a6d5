/** Parts of the page: a heading under a thin rule, and drawings that are also tables. */
import { Trans } from '@lingui/react/macro'
import clsx from 'clsx'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '@/ui'

interface SectionProps {
  title: ReactNode
  aside?: ReactNode
  className?: string | undefined
  children: ReactNode
}

export function Section({ title, aside, className, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={clsx('mt-10 break-inside-avoid', className)}>
      <div className="flex min-h-11 items-center justify-between gap-4 border-t border-rule-strong">
        <h2 id={id} className="text-head leading-tight">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}

export interface TableRow {
  key: string
  name: ReactNode
  cells: readonly ReactNode[]
}

interface ChartSectionProps {
  title: string
  /** What the drawing says, for who cannot see it. */
  summary: string
  /** Names of the columns; the first is that of the rows' names. */
  columns: readonly string[]
  rows: readonly TableRow[]
  /** What stands below drawing and table alike. */
  below?: ReactNode
  children: ReactNode
}

/** A drawing, and its figures as a table: always there for assistive technology, for everybody on demand. */
export function ChartSection({ title, summary, columns, rows, below, children }: ChartSectionProps) {
  const [isTable, setIsTable] = useState(false)
  const toggle = (
    <Button variant="quiet" onClick={() => setIsTable(!isTable)} className="no-print -mr-4 text-note!">
      {isTable ? <Trans>Show as drawing</Trans> : <Trans>Show as table</Trans>}
    </Button>
  )
  return (
    <Section title={title} aside={toggle}>
      {!isTable && (
        <div role="img" aria-label={summary}>
          {children}
        </div>
      )}
      <div className={isTable ? 'overflow-x-auto' : 'sr-only'}>
        <FigureTable caption={title} columns={columns} rows={rows} />
      </div>
      {below}
    </Section>
  )
}

interface FigureTableProps {
  caption: string
  columns: readonly string[]
  rows: readonly TableRow[]
}

function FigureTable({ caption, columns, rows }: FigureTableProps) {
  return (
    <table className="w-full text-note tabular-nums">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-rule align-bottom text-small text-ink-2">
          {columns.map((column, index) => (
            <th
              key={column}
              scope="col"
              className={clsx('py-1.5 font-normal', index === 0 ? 'text-left' : 'pl-3 text-right')}
            >
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, cells }) => (
          <tr key={key} className="border-b border-rule">
            <th scope="row" className="py-1.5 text-left font-normal whitespace-nowrap">
              {name}
            </th>
            {cells.map((cell, index) => (
              <td key={columns[index + 1]} className="py-1.5 pl-3 text-right">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
