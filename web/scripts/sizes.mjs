/** Prints what a first visit loads, and fails over the budget (KiB, gzip): `node scripts/sizes.mjs [build directory]`. */
import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const BUDGET = { initial: 145, landing: 155, lazy: 60, css: 12 }

const dir = path.resolve(import.meta.dirname, '..', process.argv[2] ?? '../src/almanac/web_dist')
const manifest = JSON.parse(fs.readFileSync(path.join(dir, '.vite/manifest.json'), 'utf8'))

const sizes = new Map()
const size = (file) => {
  if (!sizes.has(file)) sizes.set(file, gzipSync(fs.readFileSync(path.join(dir, file)), { level: 9 }).length)
  return sizes.get(file)
}
const total = (files) => [...files].reduce((sum, file) => sum + size(file), 0)
const kib = (bytes) => bytes / 1024

/** All files that a chunk needs before it can run. */
function closure(key, found = { js: new Set(), css: new Set() }) {
  const chunk = manifest[key]
  if (found.js.has(chunk.file)) return found
  found.js.add(chunk.file)
  for (const file of chunk.css ?? []) found.css.add(file)
  for (const other of chunk.imports ?? []) closure(other, found)
  return found
}

const failures = []
function report(name, bytes, budget) {
  const over = kib(bytes) > budget
  if (over) failures.push(name)
  console.log(
    `${kib(bytes).toFixed(1).padStart(7)} KiB of ${String(budget).padStart(3)}  ${name}${over ? '  OVER BUDGET' : ''}`,
  )
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
const first = closure(entry)
const lazy = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry)
// What the first screens say is loaded before the first paint; the larger language counts.
const languages = lazy.filter((key) => key.endsWith('messages.po?first'))
if (languages.length === 0) throw new Error('the manifest names no messages of the first screens')
const catalogue = Math.max(
  ...languages.map((key) => total([...closure(key).js].filter((file) => !first.js.has(file)))),
)

report('initial JavaScript with its language', total(first.js) + catalogue, BUDGET.initial)
report('initial CSS', total(first.css), BUDGET.css)
for (const key of lazy) {
  const extra = total([...closure(key).js].filter((file) => !first.js.has(file)))
  if (/routes\/index\.tsx/.test(key))
    report('initial JavaScript with the first page', total(first.js) + catalogue + extra, BUDGET.landing)
  else report(`lazy ${key.replace(/^.*node_modules\//, '')}`, extra, BUDGET.lazy)
}
if (failures.length > 0) process.exitCode = 1
