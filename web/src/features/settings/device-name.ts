/** A device in two words, from what its browser says of itself: "Firefox on Linux". A guess, for recognising only. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
  [/^(curl|Wget|python-[\w-]+|httpx|HTTPie)\//i, ''],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
]

export interface Device {
  browser: string | undefined
  system: string | undefined
  isPhone: boolean
}

const named = (list: typeof BROWSERS, agent: string) => {
  const found = list.find(([pattern]) => pattern.test(agent))
  return found && (found[1] || agent.split('/')[0])
}

export const deviceOf = (agent: string): Device => ({
  browser: named(BROWSERS, agent),
  system: named(SYSTEMS, agent),
  isPhone: /Mobi|iPhone|Android/.test(agent),
})
