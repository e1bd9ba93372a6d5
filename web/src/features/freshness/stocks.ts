/** How the labels of each stock lie on its sheet, for choosing where to begin. The server knows the measures. */
import { numberOf } from '@/lib/forms/numbers'
export interface Stock {
  id: string
  name: string
  columns: number
  rows: number
}

export const STOCKS: readonly [Stock, ...Stock[]] = [
  { id: 'L7160', name: 'Avery L7160 · A4 · 63.5 × 38.1 mm', columns: 3, rows: 7 },
  { id: 'L7163', name: 'Avery L7163 · A4 · 99.1 × 38.1 mm', columns: 2, rows: 7 },
  { id: 'L7651', name: 'Avery L7651 · A4 · 38.1 × 21.2 mm', columns: 5, rows: 13 },
  { id: '5160', name: 'Avery 5160 · Letter · 66.7 × 25.4 mm', columns: 3, rows: 10 },
  { id: '5163', name: 'Avery 5163 · Letter · 101.6 × 50.8 mm', columns: 2, rows: 5 },
  { id: '99012', name: 'Dymo 99012 · 89 × 36 mm', columns: 1, rows: 1 },
]

export const stockOf = (id: string | null): Stock => STOCKS.find((stock) => stock.id === id) ?? STOCKS[0]

/** How many sheets so many labels take, begun at a label of the first. */
export const sheetsOf = ({ columns, rows }: Stock, count: number, startAt: number): number =>
  Math.ceil((startAt - 1 + count) / (columns * rows))

/** The label of the next print, so that a sheet that was begun is used up. */
export const nextStart = ({ columns, rows }: Stock, count: number, startAt: number): number =>
  ((startAt - 1 + count) % (columns * rows)) + 1

/** Further than this no printer is out, and nothing would be left on the label. */
export const MOST_MM = 10

/** Whether a shift that was typed is none that can be printed with. */
export const isWrongShift = (typed: string): boolean => !(Math.abs(numberOf(typed) ?? 0) <= MOST_MM)
