/**
 * Cuts the generated client while the app is built. The generator writes one module of all requests, one of their
 * query options and one of all schemas, and a module is loaded whole: without this the first page would carry the
 * requests of every other one. Each constant becomes a module, and pages get those they use.
 */
import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'

const GENERATED = /\/src\/api\/(?:sdk|zod|@tanstack\/react-query)\.gen\.ts$/
/** The client can read streams of events. The API has none, so nothing of that is carried. */
const STREAMS = /\/src\/api\/core\/serverSentEvents\.gen\.ts$/
const NO_STREAMS = 'export function createSseClient() { throw new Error("The API has no streams of events") }'
const PART = /^(.*\/src\/api\/(?:sdk|zod|@tanstack\/react-query)\.gen\.ts)\?part=(\w+)$/

interface Block {
  name: string
  isExported: boolean
  text: string
}

export interface Generated {
  /** Imports and types, which each part begins with. */
  head: string
  blocks: Block[]
}

/** The head of a generated module and the constants that follow. */
export function read(code: string): Generated {
  const starts = [...code.matchAll(/^(export )?const (\w+) = /gm)]
  const blocks = starts.map((start, number) => ({
    name: start[2] ?? '',
    isExported: start[1] !== undefined,
    text: code.slice(start.index, starts[number + 1]?.index),
  }))
  return { head: code.slice(0, starts[0]?.index), blocks }
}

/** What stands for the module: all it exports, each from its part. */
export const whole = (file: string, { blocks }: Generated): string =>
  blocks
    .filter((block) => block.isExported)
    .map(({ name }) => `export { ${name} } from '${file}?part=${name}'\n`)
    .join('')

/** One constant, with what it needs of the others. */
export function partCode(file: string, part: string, { head, blocks }: Generated): string {
  const own = blocks.find(({ name }) => name === part)
  if (own === undefined) throw new Error(`${file} has no ${part}`)
  const words = new Set(own.text.match(/\w+/g))
  const others = blocks.filter(({ name }) => name !== part && words.has(name))
  return [
    head,
    ...others.map(({ name }) => `import { ${name} } from '${file}?part=${name}'\n`),
    own.text,
    own.isExported ? '' : `export { ${part} }\n`,
  ].join('')
}

export const apiParts = (): Plugin => ({
  name: 'almanac:api-parts',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (PART.test(id) ? { id, moduleSideEffects: false } : null),
  async load(id) {
    if (STREAMS.test(id)) return { code: NO_STREAMS, moduleType: 'ts', moduleSideEffects: false }
    const [, file = id, part] = PART.exec(id) ?? []
    if (part === undefined && !GENERATED.test(id)) return null
    const generated = read(await readFile(file, 'utf8'))
    const code = part === undefined ? whole(file, generated) : partCode(file, part, generated)
    return { code, moduleType: 'ts', moduleSideEffects: false }
  },
})
