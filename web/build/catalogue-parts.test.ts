import { describe, expect, it } from 'vitest'
import { partOf, textsOf } from './catalogue-parts.ts'

const catalogue = {
  day: { origin: [['src/features/today/day-headline.tsx']], translation: 'Heute', message: 'Today' },
  shell: { origin: [['src/app/shell.tsx']], translation: '', message: 'Index' },
  page: { origin: [['src/features/habits/list-page.tsx']], translation: 'Liste', message: 'List' },
  both: {
    origin: [['src/features/habits/list-page.tsx'], ['src/ui/field.tsx']],
    translation: 'Suche',
    message: 'Search',
  },
  gone: { origin: [['src/app/shell.tsx']], translation: 'Weg', message: 'Gone', obsolete: true },
} satisfies Parameters<typeof textsOf>[0]

describe('the parts of a catalogue', () => {
  it('hold each message once: early if it is said on a first screen, else later', () => {
    expect(Object.keys(textsOf(catalogue, 'first'))).toEqual(['day', 'shell', 'both'])
    expect(Object.keys(textsOf(catalogue, 'rest'))).toEqual(['page'])
  })

  it('say in English what is not translated', () => {
    expect(textsOf(catalogue, 'first')).toMatchObject({ day: 'Heute', shell: 'Index' })
  })

  it('do not mistake a name for a folder that begins like it', () => {
    expect(partOf([['src/features/today-archive/page.tsx']])).toBe('rest')
    expect(partOf([['src/application/page.tsx']])).toBe('rest')
  })

  it('hold early what names no place', () => {
    expect(partOf(undefined)).toBe('first')
  })
})
