/** What the palette offers about timetables on every page. */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { listRoutinesOptions } from '@/api/@tanstack/react-query.gen'
import { type Command, useCommands } from '@/lib/commands'
import { lastRoutine } from './last-routine'
import { toNewSession } from './paths'

/** "New session", this week, and every timetable by its name. The names are read only while they are wanted. */
export function useTimetableCommands(wanted: boolean): void {
  const { t } = useLingui()
  const router = useRouter()
  // A timetable that is open offers them for itself.
  const isOpen = useLocation({ select: ({ pathname }) => pathname.startsWith('/timetable/') })
  const routines = useQuery({ ...listRoutinesOptions({ query: { limit: 200 } }), enabled: wanted }).data?.data
  const commands = useMemo<Command[]>(() => {
    const group = t`Timetable`
    const last = routines?.find(({ id }) => id === lastRoutine()) ?? routines?.[0]
    const own = (routines ?? []).map(({ id, name }) => ({
      id: `timetable-${id}`,
      title: name,
      group,
      icon: 'timetable' as const,
      run: () => void router.navigate({ to: '/timetable/$routineId', params: { routineId: id } }),
    }))
    const ofLast: Command[] =
      last && !isOpen
        ? [
            {
              id: 'session-new',
              title: t`New session`,
              group,
              icon: 'plus',
              run: () => void router.navigate(toNewSession(last.id)),
            },
            {
              id: 'timetable-this-week',
              title: t`This week of the timetable`,
              group,
              icon: 'calendar',
              run: () =>
                void router.navigate({ to: '/timetable/$routineId', params: { routineId: last.id } }),
            },
          ]
        : []
    const make: Command = {
      id: 'timetable-new',
      title: t`New timetable`,
      group,
      icon: 'plus',
      run: () => void router.navigate({ to: '/timetable/new' }),
    }
    return [...ofLast, make, ...own]
  }, [t, router, routines, isOpen])
  useCommands(commands)
}
