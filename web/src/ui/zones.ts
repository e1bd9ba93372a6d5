/** The names of time zones, for choosing one. */

/** Browsers list some zones by names that the IANA database has given up; people look for these. */
const RENAMED: Record<string, string> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
}

/** The zones that this browser knows, in order, with those given, which it may not list. */
export function allZones(also: readonly string[]): string[] {
  const known = Intl.supportedValuesOf('timeZone').map((zone) => RENAMED[zone] ?? zone)
  return [...new Set([...also, ...known, 'UTC'])].sort()
}

const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[_/\s]+/g, ' ')

/** 1 when each word that was typed begins a word of the name ("new york", "berl"), else 0. */
export function nameMatches(zone: string, search: string): number {
  const name = ` ${folded(zone)}`
  return folded(search.trim())
    .split(' ')
    .every((word) => name.includes(` ${word}`))
    ? 1
    : 0
}
