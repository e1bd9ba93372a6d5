/** Languages and their catalogues, loaded when needed. Strings live in src/locales/<locale>/messages.po. */
import { i18n, type Messages } from '@lingui/core'
import { readChoice, writeChoice } from './storage'

const catalogues = {
  en: () => import('@/locales/en/messages.po'),
  de: () => import('@/locales/de/messages.po'),
} satisfies Record<string, () => Promise<{ messages: Messages }>>

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

/** Load and show a language without remembering it. */
export async function activateLocale(locale: Locale): Promise<void> {
  const { messages } = await catalogues[locale]()
  i18n.loadAndActivate({ locale, messages })
  document.documentElement.lang = locale
}

/** Show a language and remember it in this browser. */
export async function chooseLocale(locale: Locale): Promise<void> {
  writeChoice('locale', locale)
  await activateLocale(locale)
}
