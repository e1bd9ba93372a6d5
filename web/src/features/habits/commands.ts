/** What the palette offers about habits on every page. */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type Command, useCommands } from '@/lib/commands'
import { ACTIVE, habitsOptions } from './queries'

/** "New habit", and every habit by name. The names are read only while they are wanted. */
export function useHabitCommands(wanted: boolean): void {
  const { t } = useLingui()
  const router = useRouter()
  const habits = useQuery({ ...habitsOptions(ACTIVE), enabled: wanted }).data?.data
  const commands = useMemo<Command[]>(() => {
    const group = t`Habits`
    const own = (habits ?? []).map((habit) => ({
      id: `habit-${habit.id}`,
      title: habit.name,
      group,
      icon: 'habits' as const,
      run: () => void router.navigate({ to: '/habits/$id', params: { id: habit.id } }),
    }))
    const make = {
      id: 'habit-new',
      title: t`New habit`,
      group,
      icon: 'plus' as const,
      keys: 'c',
      run: () => void router.navigate({ to: '/habits/new' }),
    }
    return [make, ...own]
  }, [t, router, habits])
  useCommands(commands)
}
