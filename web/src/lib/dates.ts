/**
 * Dates and figures as the person reads them. Dates come as `YYYY-MM-DD` from the server, which knows zones, day
 * starts and rules; here they are only written out. Nothing in this file knows what day it is.
 */
import { regional } from './i18n'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Formats are dear to make and cheap to use. */
function written(at: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = locale + JSON.stringify(options)
  const known = formats.get(key) ?? new Intl.DateTimeFormat(regional(locale), { ...options, timeZone: 'UTC' })
  formats.set(key, known)
  return known.format(at)
}

/** A calendar date has no zone: it is read and written in UTC, so that it stays the date it is. */
const format = (date: string, locale: string, options: Intl.DateTimeFormatOptions): string =>
  written(utc(date), locale, options)

const utc = (date: string) => new Date(`${date}T00:00:00Z`)

/** Whether the text is a date that exists, as the address line may carry it. */
export function isDate(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = utc(text)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** "20" */
export const dayNumeral = (date: string): string => String(utc(date).getUTCDate())
/** "Friday" */
export const weekday = (date: string, locale: string): string => format(date, locale, { weekday: 'long' })
/** "F" */
export const weekdayLetter = (date: string, locale: string): string =>
  format(date, locale, { weekday: 'narrow' })
/** "Fri" */
export const weekdayShort = (date: string, locale: string): string =>
  format(date, locale, { weekday: 'short' })
/** "November" */
export const monthName = (date: string, locale: string): string => format(date, locale, { month: 'long' })
/** "Friday, 20 November 2026" */
export const longDate = (date: string, locale: string): string =>
  format(date, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
/** "20 Nov 2026" */
export const mediumDate = (date: string, locale: string): string =>
  format(date, locale, { day: 'numeric', month: 'short', year: 'numeric' })
/** "20 Nov" */
export const shortDate = (date: string, locale: string): string =>
  format(date, locale, { day: 'numeric', month: 'short' })

/** A wall-clock time `HH:MM` as it is read: "9:00", "9:00 am". */
export const clockTime = (time: string, locale: string): string =>
  written(new Date(`1970-01-01T${time}:00Z`), locale, { hour: 'numeric', minute: '2-digit' })

/** An instant (RFC 3339) in a zone: "20 Nov 2026, 09:04". */
export const dateAndTime = (instant: string, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(regional(locale), { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  )

/** A figure with at most three decimals, in the person's own marks: "1.25", "1,25". */
export const figure = (value: number, locale: string): string =>
  new Intl.NumberFormat(regional(locale), { maximumFractionDigits: 3 }).format(value)

const MONDAY = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000

/** The date so many days on. */
export const addDays = (date: string, days: number): string =>
  new Date(utc(date).getTime() + days * DAY_MS).toISOString().slice(0, 10)

export const daysBetween = (from: string, to: string): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / DAY_MS)

/** Names of the week in order from Monday, for choosing days. */
export const weekdayNames = (locale: string, width: 'long' | 'short' | 'narrow' = 'long'): string[] =>
  Array.from({ length: 7 }, (_, day) =>
    format(new Date(MONDAY + day * DAY_MS).toISOString().slice(0, 10), locale, { weekday: width }),
  )

/** The ordinal of a date in its year and the length of that year: day 324 of 365. */
export function dayOfYear(date: string): { day: number; of: number } {
  const year = utc(date).getUTCFullYear()
  const start = Date.UTC(year, 0, 1)
  return {
    day: Math.round((utc(date).getTime() - start) / DAY_MS) + 1,
    of: Math.round((Date.UTC(year + 1, 0, 1) - start) / DAY_MS),
  }
}

/** The week of the year by ISO 8601: the week with the year's first Thursday is week 1. */
export function isoWeek(date: string): number {
  const day = utc(date)
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * DAY_MS)
  return Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / DAY_MS / 7) + 1
}
