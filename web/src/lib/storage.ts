/** Small choices of this browser. Storage may be full or switched off: reading answers null, writing is best effort. */
export function readChoice(key: string): string | null {
  try {
    return localStorage.getItem(`almanac.${key}`)
  } catch {
    return null
  }
}

export function writeChoice(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`almanac.${key}`)
    else localStorage.setItem(`almanac.${key}`, value)
  } catch {
    // The choice holds until the page is closed.
  }
}

/** Remove every choice whose key begins so. */
export function forgetChoices(prefix: string): void {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(`almanac.${prefix}`))
    for (const key of keys) localStorage.removeItem(key)
  } catch {
    // Nothing could be kept here either.
  }
}
