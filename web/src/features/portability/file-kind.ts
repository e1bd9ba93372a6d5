/** Which reader a file is for, told by how it begins, so that nobody has to say it. */
import type { ImportFormat } from '@/api'

/** The server takes files up to this size. */
export const MAX_BYTES = 20 * 1024 * 1024

const bytesOf = (text: string) => [...text].map((character) => character.charCodeAt(0))
const ZIP = bytesOf('PK')
const SQLITE = bytesOf('SQLite format 3')

const begins = (head: Uint8Array, magic: readonly number[]) => magic.every((byte, at) => head[at] === byte)

export async function formatOf(file: Blob): Promise<ImportFormat> {
  const head = new Uint8Array(await file.slice(0, 64).arrayBuffer())
  if (begins(head, ZIP) || begins(head, SQLITE)) return 'loop'
  const text = new TextDecoder().decode(head).replace(/^\uFEFF/, '')
  return text.trimStart().startsWith('{') ? 'almanac' : 'loop'
}
