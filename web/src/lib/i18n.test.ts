import { afterEach, describe, expect, it } from 'vitest'
import { messages as german } from '@/locales/de/messages.po'
import { messages as english } from '@/locales/en/messages.po'
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
    await activateLocale('en')
    expect(preferredLocale(['en'])).toBe('de')
  })

  it('has the same messages in English and German, with the same places for values', () => {
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
