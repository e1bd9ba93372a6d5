/** Where to go after signing in: a path of this site, or `/` for everything else that an address may carry. */

const ENTRANCES = new Set(['/login', '/signup'])

/** Browsers read a backslash as a slash and drop control characters, so neither may occur anywhere. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const DECEITFUL = /[\\\u0000-\u001f\u007f]/

export function safePath(next: unknown): string {
  if (typeof next !== 'string' || !/^\/(?!\/)/.test(next) || DECEITFUL.test(next)) return '/'
  const url = new URL(next, location.origin)
  if (url.origin !== location.origin || ENTRANCES.has(url.pathname)) return '/'
  // What resolves to `//elsewhere` (as `/.//elsewhere` does) would lead away again.
  return url.pathname.startsWith('//') ? '/' : url.pathname + url.search + url.hash
}
