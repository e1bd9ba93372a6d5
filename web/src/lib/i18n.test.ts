import { i18n, type Messages } from '@lingui/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { messages as germanFirst } from '@/locales/de/messages.po?first'
import { messages as germanRest } from '@/locales/de/messages.po?rest'
import { messages as englishFirst } from '@/locales/en/messages.po?first'
import { messages as englishRest } from '@/locales/en/messages.po?rest'
import { activateLocale, chooseLocale, preferredLocale, regional } from './i18n'
import { newId } from './ids'

afterEach(() => localStorage.clear())

describe('the language', () => {
  it('is the first of the browser that is translated, else English', () => {
    expect(preferredLocale(['fr-FR', 'de-AT', 'en'])).toBe('de')
    expect(preferredLocale(['fr', 'toString'])).toBe('en')
  })

  it('is the one chosen here, whatever the browser says', async () => {
    await chooseLocale('de')
    expect(preferredLocale(['en'])).toBe('de')
    expect(document.documentElement.lang).toBe('de')
    expect(document.documentElement.dataset.clock).toBe('24')
    await activateLocale('en')
    expect(preferredLocale(['en'])).toBe('de')
  })

  it('has the same messages in English and German, with the same places for values', () => {
    const german = { ...germanFirst, ...germanRest }
    const english = { ...englishFirst, ...englishRest }
    expect(Object.keys(german)).toEqual(Object.keys(english))
    const places = (message: unknown) =>
      Array.isArray(message)
        ? message
            .filter(Array.isArray)
            .map(([name]) => name)
            .toSorted()
        : []
    for (const [id, message] of Object.entries(english))
      expect(places(german[id]), JSON.stringify(message)).toEqual(places(message))
  })
})

describe('the rest of the messages', () => {
  const knows = (messages: Messages) => Object.keys(messages).every((id) => i18n.messages[id])

  /** The module as a new visit finds it. */
  const visit = async () => {
    vi.resetModules()
    const language = await import('./i18n')
    await language.activateLocale('en')
    return language
  }

  it('is not loaded for the first screens', async () => {
    await visit()
    expect(knows(englishFirst)).toBe(true)
    expect(knows(englishRest)).toBe(false)
  })

  it('is there before a page that is loaded later', async () => {
    const { withMessages } = await visit()
    expect(await withMessages(Promise.resolve('page'))).toBe('page')
    expect(knows({ ...englishFirst, ...englishRest })).toBe(true)
  })

  it('comes with every language chosen afterwards', async () => {
    const { activateLocale, allMessages } = await visit()
    await allMessages()
    await activateLocale('de')
    expect(knows({ ...germanFirst, ...germanRest })).toBe(true)
    expect(i18n.messages).toMatchObject(germanRest)
  })

  it('comes also with a language that is being loaded when it is wanted', async () => {
    const { activateLocale, allMessages } = await visit()
    const switched = activateLocale('de')
    await allMessages()
    expect(knows({ ...englishFirst, ...englishRest })).toBe(true)
    await switched
    expect(i18n.messages).toMatchObject(germanRest)
  })
})

it('makes version 4 ids also where the browser offers none', () => {
  const original = crypto.randomUUID
  Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true })
  const ids = Array.from({ length: 200 }, newId)
  Object.defineProperty(crypto, 'randomUUID', { value: original, configurable: true })
  expect(new Set(ids).size).toBe(200)
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

it('writes dates and figures as in the region that the browser names', () => {
  expect(regional('en', ['de-CH', 'en-GB', 'en-US'])).toBe('en-GB')
  expect(regional('de', ['en-GB'])).toBe('de')
})
