/** Themes in the cache: changed at once, and read again with everything that stands under one. */
import type { QueryClient } from '@tanstack/react-query'
import type { ThemeList, ThemeRead } from '@/api'
import { themesOptions } from './themes'

const byName = (a: ThemeRead, b: ThemeRead) => a.name.localeCompare(b.name)

/** Show these themes until they have been read again. */
export function changeThemes(
  client: QueryClient,
  change: (themes: readonly ThemeRead[]) => readonly ThemeRead[],
): void {
  client.setQueryData<ThemeList>(themesOptions().queryKey, (list) => {
    if (!list) return list
    const data = change(list.data).toSorted(byName)
    return { ...list, data, count: data.length }
  })
}

/** Names and colours of themes stand beside everything that belongs to one: read all of it again. */
export const refreshThemes = (client: QueryClient): Promise<void> => client.invalidateQueries()
