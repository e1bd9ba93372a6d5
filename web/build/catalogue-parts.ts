/**
 * A language is one messages.po and is loaded in two parts: `messages.po?first` holds what the first screens say,
 * `messages.po?rest` what only pages loaded later say. The origins in the .po tell them apart.
 */
import path from 'node:path'
import { type CatalogType, createCompiledCatalog } from '@lingui/cli/api'
import type { Plugin } from 'vite'
import { format, sourceLocale } from '../lingui.config.ts'

export type Part = 'first' | 'rest'

/** What the entry and the first page are made of. What else says something waits for the rest (src/lib/i18n.ts). */
const FIRST = ['src/app/', 'src/lib/', 'src/ui/', 'src/features/today/']
/** Of these folders, what is loaded later all the same. */
const LATER = [
  'src/app/habit-commands',
  'src/app/keys-sheet',
  'src/app/outbox-sheet',
  'src/app/palette',
  'src/app/quick-add',
  'src/app/register-worker',
  'src/app/task-commands',
  'src/app/theme-commands',
  'src/app/timetable-commands',
  'src/lib/forms/',
  'src/lib/theme-form',
  'src/lib/timetable-warnings',
  'src/lib/timetable-words',
  'src/ui/forms/',
  'src/ui/move-items',
  'src/ui/selection-bar',
  'src/ui/sortable',
  'src/ui/theme-field',
  'src/ui/theme-filter',
  'src/features/today/later/',
]

/** Whether what this file says is loaded with the first screens. */
export const isFirst = (file: string): boolean =>
  FIRST.some((folder) => file.startsWith(folder)) && !LATER.some((folder) => file.startsWith(folder))

const REQUEST = /\.po\?(first|rest)$/

/** The part that holds a message: one that is said at several places is in the first if any of them is there. */
export function partOf(origins: CatalogType[string]['origin']): Part {
  const files = (origins ?? []).map(([file]) => file)
  const early = files.some(isFirst)
  return early || files.length === 0 ? 'first' : 'rest'
}

/** The text of each message of one part by its id. What is not translated is said in English. */
export function textsOf(catalogue: CatalogType, part: Part): Record<string, string> {
  const mine = Object.entries(catalogue).filter(
    ([, message]) => !message.obsolete && partOf(message.origin) === part,
  )
  return Object.fromEntries(mine.map(([id, message]) => [id, message.translation || message.message || id]))
}

async function compiled(source: string, file: string, part: Part): Promise<string> {
  const locale = path.basename(path.dirname(file))
  const catalogue = await format.parse(source, { locale, sourceLocale, filename: file })
  const { source: code, errors } = createCompiledCatalog(locale, textsOf(catalogue, part), {
    namespace: 'es',
  })
  if (errors[0]) throw new Error(`${file}: ${errors[0].source}: ${errors[0].error.message}`)
  return code
}

export const catalogueParts = (): Plugin => ({
  name: 'almanac:catalogue-parts',
  transform: {
    filter: { id: REQUEST },
    handler: async (source, id) => {
      const [file = '', part] = id.split('?')
      return { code: await compiled(source, file, part as Part), map: null, moduleType: 'js' }
    },
  },
})
