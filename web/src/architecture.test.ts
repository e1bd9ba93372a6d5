/** The rules of docs/architecture.md that no linter knows: who may import whom, and how long a file may be. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isFirst } from '../build/catalogue-parts.ts'

const LONGEST = 250
const LONGEST_TEST = 400
const root = import.meta.dirname
const files = fs
  .readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll(path.sep, '/'))
  .filter(
    (name) =>
      /\.tsx?$/.test(name) &&
      !name.startsWith('api/') &&
      !name.endsWith('.gen.ts') &&
      !name.startsWith('locales/'),
  )

const read = (name: string) => fs.readFileSync(path.join(root, name), 'utf8')

/** What a file imports from within src, as paths from src. */
const importsOf = (name: string) =>
  [...read(name).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)]
    .map(([, target = '']) => target)
    .map((target) =>
      target.startsWith('.')
        ? path.posix.join(path.posix.dirname(name), target)
        : target.replace(/^@\//, '@'),
    )
    .map((target) => target.replace(/^@/, ''))
    .filter((target) => /^(app|features|ui|lib|api|locales)(\/|$)/.test(target))

const room = (name: string) => name.split('/')[0] ?? ''
const feature = (name: string) => (room(name) === 'features' ? name.split('/')[1] : undefined)

/** Which rooms a room may import from. */
const allowed: Record<string, string[]> = {
  lib: ['lib', 'api', 'locales', 'ui'],
  ui: ['ui', 'lib'],
  features: ['features', 'ui', 'lib', 'api'],
  app: ['app', 'features', 'ui', 'lib', 'api'],
}

describe.each(files)('%s', (name) => {
  it('is not longer than it may be', () => {
    const limit = /\.test\.tsx?$/.test(name) ? LONGEST_TEST : LONGEST
    expect(read(name).split('\n').length - 1).toBeLessThanOrEqual(limit)
  })

  it('imports from the rooms below it only', () => {
    const rooms = allowed[room(name)]
    if (rooms) expect(importsOf(name).filter((target) => !rooms.includes(room(target)))).toEqual([])
  })

  it('knows other features not at all, or from app through their index', () => {
    const strangers = importsOf(name).filter(
      (target) => room(target) === 'features' && feature(target) !== feature(name),
    )
    const byTheDoor = (target: string) => /^features\/[\w-]+(\/index)?$/.test(target)
    expect(strangers.filter((target) => room(name) !== 'app' || !byTheDoor(target))).toEqual([])
  })

  it('takes icons from ui/icon only', () => {
    if (name !== 'ui/icon.tsx')
      expect(read(name)).not.toMatch(/^} from 'lucide-react'|^import .* from 'lucide-react'/m)
  })
})

describe('what is not part of the first screens waits for its messages', () => {
  const isEarly = (target: string) => isFirst(`src/${target}/`)
  const isRoute = (name: string) => name.startsWith('app/routes/')
  const targets = (name: string, pattern: RegExp) =>
    [...read(name).matchAll(pattern)].map(([, target = '']) =>
      target.startsWith('.') ? path.posix.join(path.posix.dirname(name), target) : target.replace(/^@\//, ''),
    )
  const early = files.filter((name) => isEarly(name) && !/\.test\.tsx?$/.test(name))
  const isLateRoom = (target: string) => /^(features|ui|lib)\//.test(target) && !isEarly(target)
  const importsLate = early.filter((name) => targets(name, /^import .*from '([^']+)'/gm).some(isLateRoom))
  const isLate = (target: string) =>
    isLateRoom(target) || importsLate.some((name) => name.replace(/\.tsx?$/, '') === target)

  it.each(importsLate.filter(isRoute))('in the route %s', (name) => {
    expect(read(name)).toMatch(/\bloader: allMessages\b/)
  })

  it.each(early)('where %s loads it', (name) => {
    expect(targets(name, /(?<!withMessages\()import\('([^']+)'\)/g).filter(isLate)).toEqual([])
  })

  it.each(early.filter((name) => !importsLate.includes(name)))('so %s does not take it along', (name) => {
    expect(targets(name, /^import .*from '([^']+)'/gm).filter(isLate)).toEqual([])
  })
})
