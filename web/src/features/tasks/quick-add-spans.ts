/**
 * Places in a line of quick add. The server counts Unicode code points, the browser UTF-16 units: one picture is one
 * there and two here. Everything in the app is in units; what is sent and answered is turned at the door.
 */
import type { QuickAddPart } from '@/api'

export interface Span {
  start: number
  end: number
}

export interface Part extends Span {
  kind: QuickAddPart['kind']
  value: string
}

/** What no line may hold: control characters, halves of characters, marks that turn the direction of writing. */
const UNFIT = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu

/** What was typed or pasted as one line of the same length. */
export const asLine = (text: string): string => text.replace(UNFIT, ' ')

/** Where each code point begins, and where the text ends. */
function beginnings(text: string): number[] {
  let at = 0
  const found = [...text].map((point) => {
    at += point.length
    return at - point.length
  })
  return [...found, at]
}

/** The server's parts by the browser's count. */
export function partsOf(text: string, parts: readonly QuickAddPart[]): Part[] {
  const units = beginnings(text)
  return parts.map(({ kind, value, start, end }) => ({
    kind,
    value,
    start: units[start] ?? text.length,
    end: units[end] ?? text.length,
  }))
}

const pointsTo = (text: string, unit: number) => [...text.slice(0, unit)].length

/** The spans by the server's count. */
export const asSent = (text: string, spans: readonly Span[]): [number, number][] =>
  spans.map(({ start, end }) => [pointsTo(text, start), pointsTo(text, end)])

const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character)

/** Whether the span ends where a word ends, or as it did before. */
const isWhole = (text: string, { start, end }: Span) =>
  !(isLetter(text[start]) && isLetter(text[start - 1])) && !(isLetter(text[end - 1]) && isLetter(text[end]))

/** The spans whose text an edit has left alone, in their new places; a word that grew is another word. */
export function keepSpans<S extends Span>(before: string, after: string, spans: readonly S[]): S[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const shift = after.length - before.length
  return spans.flatMap((span) => {
    const isBefore = span.end <= head
    if (!isBefore && span.start < before.length - tail) return []
    const moved = isBefore ? span : { ...span, start: span.start + shift, end: span.end + shift }
    return isWhole(after, moved) ? [moved] : []
  })
}

export interface Piece {
  text: string
  start: number
  kind?: Part['kind']
}

/** The line in pieces, recognised ones and those between them. */
export function piecesOf(text: string, parts: readonly Part[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, kind } of parts) {
    if (start > at) pieces.push({ text: text.slice(at, start), start: at })
    pieces.push({ text: text.slice(start, end), start, kind })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), start: at })
  return pieces
}
