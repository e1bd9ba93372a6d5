/**
 * Themes: the names and colours that habits and tasks are gathered under, and the one that lists and Today are
 * filtered by. The choice is one per person and browser. `?theme=` in an address makes it, and is then taken out of
 * the address again, so that there is one place to look.
 */
import { msg } from '@lingui/core/macro'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { ThemeRead } from '@/api'
import { listThemesOptions } from '@/api/@tanstack/react-query.gen'
import { drawnColor } from './palette'
import { nameProblems } from './problem'
import { useMe } from './session'
import { readChoice, writeChoice } from './storage'

nameProblems({
  theme_name_taken: msg`You have a theme of this name already`,
  theme_not_found: msg`This theme is not here any more`,
  too_many_themes: msg`These are as many themes as there can be. Delete one first.`,
})

/** More than a person can have: one page holds them all. */
const ALL = { query: { limit: 200 } }

export const themesOptions = () => listThemesOptions(ALL)

/** By name; undefined until they are read. */
export function useThemes(): readonly ThemeRead[] | undefined {
  const me = useMe()
  return useQuery({ ...themesOptions(), enabled: me !== undefined }).data?.data
}

/** Undefined for none, and until the themes are read. */
export function useThemeOf({ theme_id }: { theme_id?: string | null | undefined }): ThemeRead | undefined {
  const themes = useThemes()
  return theme_id ? themes?.find(({ id }) => id === theme_id) : undefined
}

/** How the mark of something is drawn: in its own colour, else in its theme's. */
export function useMarkColor(thing: { color?: string | null; theme_id?: string | null }): string {
  const theme = useThemeOf(thing)
  return drawnColor(thing.color ?? theme?.color)
}

/** A theme's id, or `none` for what has no theme. */
export type ThemeChoice = string

const CHOICE = /^(none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

const asChoice = (value: unknown): ThemeChoice | undefined =>
  typeof value === 'string' && CHOICE.test(value) ? value : undefined

/** Storage may be switched off: then the choice is kept here until the page is closed. */
const kept = new Map<string, ThemeChoice | null>()
const listeners = new Set<() => void>()
const keyOf = (userId: string) => `theme-filter.${userId}`

function readKept(key: string): ThemeChoice | undefined {
  return asChoice(kept.has(key) ? kept.get(key) : readChoice(key))
}

function keep(key: string, value: ThemeChoice | undefined) {
  kept.set(key, value ?? null)
  writeChoice(key, value ?? null)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  const elsewhere = () => {
    kept.clear()
    listener()
  }
  listeners.add(listener)
  addEventListener('storage', elsewhere)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', elsewhere)
  }
}

export interface FilterByTheme {
  /** Undefined when everything is shown. */
  value: ThemeChoice | undefined
  /** What the server is asked for: nothing, or `theme_id`. */
  query: { theme_id?: ThemeChoice }
  choose: (value: ThemeChoice | undefined) => void
}

/** The filter that lists and Today share. A theme that is gone is let go of. */
export function useThemeFilter(): FilterByTheme {
  const key = keyOf(useMe()?.id ?? '')
  const stored = useSyncExternalStore(subscribe, () => readKept(key))
  const choose = useCallback((value: ThemeChoice | undefined) => keep(key, value), [key])
  const asked = useAskedFor(choose)
  const value = asked ?? stored
  useLettingGo(value, choose)
  return { value, query: value ? { theme_id: value } : {}, choose }
}

/** The theme that a new thing begins with: the one that is shown. */
export const themeOfFilter = ({ value }: Pick<FilterByTheme, 'value'>): string | undefined =>
  value === 'none' ? undefined : value

/** What the address asks for, until it has been made the choice. */
function useAskedFor(choose: FilterByTheme['choose']): ThemeChoice | undefined {
  const navigate = useNavigate()
  const { theme } = useSearch({ strict: false }) as { theme?: unknown }
  const asked = asChoice(theme)
  const isKnown = useMe() !== undefined
  useEffect(() => {
    if (!asked || !isKnown) return
    choose(asked)
    void navigate({ to: '.', search: (search) => ({ ...search, theme: undefined }), replace: true })
  }, [asked, isKnown, choose, navigate])
  return asked
}

function useLettingGo(value: ThemeChoice | undefined, choose: FilterByTheme['choose']) {
  const isTheme = value !== undefined && value !== 'none'
  const { data, isFetching, isStale } = useQuery({ ...themesOptions(), enabled: isTheme })
  const isGone = isTheme && !isFetching && !isStale && data?.data.every(({ id }) => id !== value)
  useEffect(() => {
    if (isGone) choose(undefined)
  }, [isGone, choose])
}
