/** Months and spans of days as they are read; apart from lib/dates, which the first screens load. */
import { regional } from './i18n'

const utc = (date: string) => new Date(`${date}T00:00:00Z`)

const formatter = (locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(regional(locale), { ...options, timeZone: 'UTC' })

/** "Nov" */
export const monthShort = (date: string, locale: string): string =>
  formatter(locale, { month: 'short' }).format(utc(date))

/** "November 2026" */
export const monthAndYear = (date: string, locale: string): string =>
  formatter(locale, { month: 'long', year: 'numeric' }).format(utc(date))

/** "22 Oct – 20 Nov 2026": from one date to another, saying once what both share. */
export const dateSpan = (from: string, to: string, locale: string): string =>
  formatter(locale, { day: 'numeric', month: 'short', year: 'numeric' }).formatRange(utc(from), utc(to))
