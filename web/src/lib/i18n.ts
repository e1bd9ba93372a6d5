/**
 * Languages and their catalogues, loaded when needed. Strings live in src/locales/<locale>/messages.po, which the
 * build splits into what the first screens say and the rest (build/catalogue-parts.ts).
 */
import { i18n, type Messages } from '@lingui/core'
import { readChoice, writeChoice } from './storage'

const catalogues = {
  en: {
    first: () => import('@/locales/en/messages.po?first'),
    rest: () => import('@/locales/en/messages.po?rest'),
  },
  de: {
    first: () => import('@/locales/de/messages.po?first'),
    rest: () => import('@/locales/de/messages.po?rest'),
  },
} satisfies Record<string, Record<Part, () => Promise<{ messages: Messages }>>>

type Part = 'first' | 'rest'

export type Locale = keyof typeof catalogues

/** Each language by its own name, for choosing. */
export const localeNames: Record<Locale, string> = { en: 'English', de: 'Deutsch' }

export const isLocale = (value: string | null | undefined): value is Locale =>
  Object.hasOwn(catalogues, value ?? '')

/** The choice made in this browser, else the first language of the browser that is translated, else English. */
export function preferredLocale(languages: readonly string[] = navigator.languages): Locale {
  const chosen = readChoice('locale')
  if (isLocale(chosen)) return chosen
  return languages.map((tag) => tag.split('-')[0]).find(isLocale) ?? 'en'
}

/** The person's own region of a language, where the browser names one ("en" → "en-GB"): how dates and figures look. */
export const regional = (locale: string, languages: readonly string[] = navigator.languages): string =>
  languages.find((tag) => tag === locale || tag.startsWith(`${locale}-`)) ?? locale

/** Set as soon as anything beyond the first screens is wanted; from then on every language is loaded in full. */
let everything: Promise<void> | undefined

async function loadRest(): Promise<void> {
  const { locale } = i18n
  if (isLocale(locale)) i18n.load(locale, (await catalogues[locale].rest()).messages)
}

/** Resolves when every message of the language can be shown. Pages outside the first screens wait for it. */
export function allMessages(): Promise<void> {
  everything ??= loadRest().catch((error: unknown) => {
    everything = undefined
    throw error
  })
  return everything
}

/** A part of the app that is loaded later, together with what it says. */
export async function withMessages<T>(part: Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([part, allMessages()])
  return loaded
}

/** Load and show a language without remembering it. */
export async function activateLocale(locale: Locale): Promise<void> {
  const { first, rest } = catalogues[locale]
  const messages = { ...(await first()).messages }
  // Asked after the wait: what needs the rest may have been opened meanwhile.
  if (everything) Object.assign(messages, (await rest()).messages)
  i18n.loadAndActivate({ locale, messages })
  document.documentElement.lang = locale
  // "10:30 AM" needs more room than "10:30".
  const { hour12 } = new Intl.DateTimeFormat(regional(locale), { hour: 'numeric' }).resolvedOptions()
  document.documentElement.dataset.clock = hour12 ? '12' : '24'
}

/** Show a language and remember it in this browser. */
export async function chooseLocale(locale: Locale): Promise<void> {
  writeChoice('locale', locale)
  await activateLocale(locale)
}
