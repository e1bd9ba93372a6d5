/** What was chosen for printing, remembered in this browser: stock, the next free label of it, and the printer's shift. */
import { useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { numberOf } from '@/lib/forms/numbers'
import { useOnline } from '@/lib/online'
import { saveFile } from '@/lib/save-file'
import { readChoice, writeChoice } from '@/lib/storage'
import { fetchLabels } from './print-labels'
import { nextStart, type Stock, stockOf } from './stocks'

const STOCK = 'freshness.stock'
const startKey = ({ id }: Stock) => `freshness.start.${id}`
const OFFSET = 'freshness.offset'

function readOffset(): [string, string] {
  const [right = '0', down = '0'] = (readChoice(OFFSET) ?? '').split(' ').filter(Boolean)
  return [right, down]
}

function readStart(stock: Stock): number {
  const kept = Number(readChoice(startKey(stock)))
  return Number.isInteger(kept) && kept >= 1 && kept <= stock.columns * stock.rows ? kept : 1
}

export function usePrint(ids: readonly string[]) {
  const { i18n } = useLingui()
  const isOnline = useOnline()
  const [stock, setStock] = useState(() => stockOf(readChoice(STOCK)))
  const [startAt, setStartAt] = useState(() => readStart(stock))
  const [offset, setOffsets] = useState(readOffset)
  const chooseStock = (id: string) => {
    const next = stockOf(id)
    writeChoice(STOCK, id)
    setStock(next)
    setStartAt(readStart(next))
  }
  const setOffset = (at: number, typed: string) =>
    setOffsets(([right, down]) => (at === 0 ? [typed, down] : [right, typed]))
  const print = useMutation({
    mutationFn: () => {
      const [right, down] = offset.map((typed) => numberOf(typed) ?? 0)
      const shift = [right ?? 0, down ?? 0] as const
      return fetchLabels(
        { batch_ids: ids, stock: stock.id, start_at: startAt, offset_mm: shift },
        i18n.locale,
      )
    },
    onSuccess: (file) => {
      saveFile(file, `labels-${stock.id}.pdf`)
      const next = nextStart(stock, ids.length, startAt)
      writeChoice(startKey(stock), String(next))
      writeChoice(OFFSET, offset.join(' '))
      setStartAt(next)
    },
  })
  return { stock, chooseStock, startAt, setStartAt, offset, setOffset, print, isOnline }
}
