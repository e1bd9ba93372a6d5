/** The printed page of a timetable, fetched so that waiting and refusals can be shown. */
import { Problem, problemOf } from '@/lib/problem'

export type Paper = 'a4' | 'letter'

export interface PrintChoice {
  paper: Paper
  lang: string
  /** A date of the week that is printed; without one the pattern. */
  date: string | undefined
}

export interface Printed {
  file: Blob
  name: string
  /** Characters that no font has. */
  missing: string
}

export const pdfUrl = (routineId: string, { paper, lang, date }: PrintChoice): string =>
  `/api/v1/routines/${routineId}/export.pdf?${new URLSearchParams({ paper, lang, ...(date && { date }) })}`

/** `attachment; filename*=UTF-8''My%20week.pdf` → "My week.pdf". */
export function fileName(disposition: string | null, otherwise: string): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '') ?? []
  try {
    return encoded ? decodeURIComponent(encoded) : otherwise
  } catch {
    return otherwise
  }
}

/** "U+1234 U+5678" as the characters themselves. */
export const charactersOf = (codePoints: string | null): string =>
  [...(codePoints ?? '').matchAll(/U\+([0-9A-F]+)/gi)]
    .map(([, hex]) => String.fromCodePoint(Number.parseInt(hex ?? '', 16)))
    .join(' ')

export async function fetchPdf(routineId: string, choice: PrintChoice): Promise<Printed> {
  let answer: Response
  try {
    answer = await fetch(pdfUrl(routineId, choice), { credentials: 'same-origin' })
  } catch {
    throw new Problem(0, 'unreachable', '')
  }
  if (!answer.ok) throw await problemOf(answer, Date.now())
  return {
    file: await answer.blob(),
    name: fileName(answer.headers.get('content-disposition'), 'timetable.pdf'),
    missing: charactersOf(answer.headers.get('almanac-missing-glyphs')),
  }
}
