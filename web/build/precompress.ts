/** Write .br (quality 11) and .gz (level 9) next to each text file of the build; the same input gives the same bytes. */
import fs from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const TEXT = new Set(['.js', '.css', '.html', '.svg', '.json', '.webmanifest'])
const SMALLEST = 512

function compress(file: string) {
  const data = fs.readFileSync(file)
  if (data.length < SMALLEST) return
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length }
  fs.writeFileSync(`${file}.br`, brotliCompressSync(data, { params }))
  fs.writeFileSync(`${file}.gz`, gzipSync(data, { level: 9 }))
}

export const precompress = (): Plugin => {
  let root = ''
  return {
    name: 'almanac:precompress',
    apply: 'build',
    configResolved: (config) => {
      root = path.resolve(config.root, config.build.outDir)
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        for (const name of fs.readdirSync(root, { recursive: true, encoding: 'utf8' })) {
          if (TEXT.has(path.extname(name)) && !name.startsWith('.vite')) compress(path.join(root, name))
        }
      },
    },
  }
}
