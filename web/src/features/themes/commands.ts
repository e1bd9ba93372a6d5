/** What the palette offers about themes on every page. */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type Command, useCommands } from '@/lib/commands'
import { themesOptions, useThemeFilter } from '@/lib/themes'

/** "New theme", and showing one theme or every theme again. The names are read only while they are wanted. */
export function useThemeCommands(wanted: boolean): void {
  const { t } = useLingui()
  const router = useRouter()
  const { value, choose } = useThemeFilter()
  const themes = useQuery({ ...themesOptions(), enabled: wanted }).data?.data
  const commands = useMemo<Command[]>(() => {
    const group = t`Themes`
    const others = (themes ?? []).filter(({ id }) => id !== value)
    const own = others.map(({ id, name }) => ({
      id: `theme-${id}`,
      title: t`Show only ${name}`,
      group,
      icon: 'filter' as const,
      run: () => choose(id),
    }))
    const every = {
      id: 'theme-every',
      title: t`Show every theme again`,
      group,
      icon: 'filter' as const,
      run: () => choose(undefined),
    }
    const make = {
      id: 'theme-new',
      title: t`New theme`,
      group,
      icon: 'plus' as const,
      run: () => void router.navigate({ to: '/themes', search: { edit: 'new' } }),
    }
    return [make, ...(value ? [every] : []), ...own]
  }, [t, router, themes, value, choose])
  useCommands(commands)
}
