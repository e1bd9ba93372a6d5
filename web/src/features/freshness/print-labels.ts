/** Sheets of labels, fetched so that waiting and refusals can be shown. */
import { Problem, problemOf } from '@/lib/problem'

export interface LabelChoice {
  batch_ids: readonly string[]
  stock: string
  start_at: number
  offset_mm: readonly [number, number]
}

export const calibrationUrl = (stock: string, lang: string): string =>
  `/api/v1/batches/calibration.pdf?${new URLSearchParams({ stock, lang })}`

/** Whether the server asks where phones reach it, before a label is printed that would lead nowhere. */
export const asksAddress = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'public_address_needed'

export async function fetchLabels(choice: LabelChoice, lang: string): Promise<Blob> {
  let answer: Response
  try {
    answer = await fetch(`/api/v1/batches/labels.pdf?${new URLSearchParams({ lang })}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(choice),
    })
  } catch {
    throw new Problem(0, 'unreachable', '')
  }
  if (!answer.ok) throw await problemOf(answer, Date.now())
  return answer.blob()
}
