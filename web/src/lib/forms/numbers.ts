/** Numbers as people type them: "1,5" and "1.5" are the same; nothing typed is no number. */

/** Null for nothing; NaN for what is no number, so that the checks of the API refuse it. */
export function numberOf(text: string): number | null {
  const plain = text.trim().replace(',', '.')
  return plain ? Number(plain) : null
}

/** A number as it would be typed again: without grouping, with the mark of the locale. */
export const textOf = (value: number | null | undefined, locale: string): string =>
  value === null || value === undefined
    ? ''
    : new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping: false }).format(value)
