/** Which reader a file is for, told by how it begins, so that nobody has to say it. */
import type { ImportFormat } from '@/api'

/** The server takes files up to this size. */
export const MAX_BYTES = 20 * 1024 * 1024

const bytesOf = (text: string) => [...text].map((character) => character.charCodeAt(0))
const ZIP = bytesOf('PK')
const SQLITE = bytesOf('SQLite format 3')

const begins = (head: Uint8Array, magic: readonly number[]) => magic.every((byte, at) => head[at] === byte)

/** Tables say by their name alone what they are. */
const isTable = (file: Blob) => file instanceof File && /\.(csv|tsv|txt)$/i.test(file.name)

export async function formatOf(file: Blob): Promise<ImportFormat> {
  const head = new Uint8Array(await file.slice(0, 64).arrayBuffer())
  if (begins(head, ZIP) || begins(head, SQLITE)) return 'loop'
  const text = new TextDecoder().decode(head).replace(/^\uFEFF/, '')
  if (/^\s*BEGIN:VCALENDAR/i.test(text) || (file instanceof File && /\.ics$/i.test(file.name))) return 'ics'
  if (isTable(file)) return 'csv'
  return text.trimStart().startsWith('{') ? 'almanac' : 'loop'
}

/** Whether files of this kind hold a timetable. */
export const isTimetable = (format: ImportFormat): boolean => format === 'ics' || format === 'csv'
