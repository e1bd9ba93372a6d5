/** Light, dark or the system's theme. public/theme.js applies the same choice before the first paint. */
import { useSyncExternalStore } from 'react'
import { readChoice, writeChoice } from './storage'

export type ThemeChoice = 'light' | 'dark' | 'system'

const BAR = { light: '#faf7f0', dark: '#171410' }
const listeners = new Set<() => void>()
const systemDark = () => matchMedia('(prefers-color-scheme: dark)')

function stored(): ThemeChoice {
  const value = readChoice('theme')
  return value === 'light' || value === 'dark' ? value : 'system'
}

let choice: ThemeChoice = stored()

function apply() {
  const dark = choice === 'dark' || (choice === 'system' && systemDark().matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', dark ? BAR.dark : BAR.light)
}

export function setTheme(next: ThemeChoice): void {
  choice = next
  writeChoice('theme', next === 'system' ? null : next)
  apply()
  for (const listener of listeners) listener()
}

/** Follow the system while that is the choice, and choices made in other tabs. */
export function startTheme(): void {
  apply()
  systemDark().addEventListener('change', apply)
  addEventListener('storage', (event) => {
    if (event.key !== 'almanac.theme') return
    choice = stored()
    apply()
    for (const listener of listeners) listener()
  })
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useTheme = (): ThemeChoice => useSyncExternalStore(subscribe, () => choice)
