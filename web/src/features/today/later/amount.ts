/** Amounts as typed. */
import { round } from '../step'

/**
 * An amount as people type it, with a decimal point or comma: "1,5", "1.5", "1 250", "1.250,5". A mark that stands
 * once before three digits is a thousands mark where the locale groups by it. Null when it is no amount.
 */
export function parseAmount(text: string, locale: string): number | null {
  const bare = text.replace(/[\s'’]/g, '')
  if (!/^\d[\d.,]*$|^[.,]\d+$/.test(bare)) return null
  const mark = decimalMark(bare, locale)
  const [whole = '', part = '', ...more] = mark ? bare.split(mark) : [bare]
  if (more.length > 0 || /[.,]/.test(part)) return null
  const amount = Number(`${whole.replace(/[.,]/g, '') || '0'}.${part || '0'}`)
  return Number.isFinite(amount) ? round(amount) : null
}

function decimalMark(text: string, locale: string): '.' | ',' | undefined {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  if (last < 0) return undefined
  const mark = text[last] as '.' | ','
  const other = mark === '.' ? ',' : '.'
  if (text.includes(other)) return mark
  const occursOnce = text.indexOf(mark) === last
  if (!occursOnce) return undefined
  const group = new Intl.NumberFormat(locale).formatToParts(1000).find(({ type }) => type === 'group')?.value
  return mark === group && /^[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? undefined : mark
}
