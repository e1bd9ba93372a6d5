/** At the head of a timetable: the ways to others, onto paper, to other people and into calendars. */
import { useLingui } from '@lingui/react/macro'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { RoutineRead, RoutineSummary } from '@/api'
import { type Command, useCommands } from '@/lib/commands'
import { isDate } from '@/lib/dates'
import { useTodayDate } from '@/lib/today'
import { MenuButton, type MenuItem } from '@/ui'
import { CalendarDialog, PrintDialog, ShareDialog } from '../dialogs'
import { useDuplicateRoutine, useRemoveRoutine } from './routine-changes'

const RoutineListSheet = lazy(() =>
  import('./routine-list').then((file) => ({ default: file.RoutineListSheet })),
)

export interface ActionsProps {
  routine: RoutineRead
  routines: readonly RoutineSummary[]
}

type Open = 'print' | 'share' | 'calendar' | 'list'

interface Shown {
  view?: unknown
  date?: unknown
}

export function RoutineActions({ routine, routines }: ActionsProps) {
  const { t } = useLingui()
  const today = useTodayDate()
  const { view, date } = useSearch({ strict: false }) as Shown
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const ways = useWays(routine.id, setOpen)
  const others = useOthers({ routine, routines }, () => setOpen('list'))
  const own = useOwn(routine)
  useWayCommands(ways)
  const shown = isDate(date) ? date : today
  return (
    <>
      <MenuButton icon="timetable" label={t`Timetables`} items={others} />
      <MenuButton label={t`More about ${routine.name}`} items={[...ways, null, ...own]} />
      <Suspense fallback={null}>
        {open === 'print' && shown && (
          <PrintDialog
            routine={routine}
            date={shown}
            isThisWeek={!isDate(date)}
            isPattern={view === 'pattern'}
            onClose={close}
          />
        )}
        {open === 'share' && <ShareDialog routine={routine} onClose={close} />}
        {open === 'calendar' && <CalendarDialog routine={routine} onClose={close} />}
        {open === 'list' && <RoutineListSheet routines={routines} onClose={close} />}
      </Suspense>
    </>
  )
}

type Way = MenuItem & { id: string; icon: NonNullable<MenuItem['icon']> }

/** Out of the timetable, and into it. */
function useWays(routineId: string, open: (what: Open) => void): Way[] {
  const { t } = useLingui()
  const navigate = useNavigate()
  return useMemo(
    () => [
      { id: 'print', label: t`Print…`, icon: 'print', onSelect: () => open('print') },
      { id: 'share', label: t`Share by a link…`, icon: 'share', onSelect: () => open('share') },
      { id: 'calendar', label: t`Show in a calendar…`, icon: 'calendar', onSelect: () => open('calendar') },
      {
        id: 'import',
        label: t`Bring sessions in…`,
        icon: 'import',
        onSelect: () => void navigate({ to: '/import', search: { routine: routineId } }),
      },
      {
        id: 'ics',
        label: t`Download for calendars (.ics)`,
        icon: 'download',
        onSelect: () => download(routineId, 'ics'),
      },
      {
        id: 'csv',
        label: t`Download as a table (.csv)`,
        icon: 'download',
        onSelect: () => download(routineId, 'csv'),
      },
    ],
    [t, navigate, open, routineId],
  )
}

/** The server names the file; the browser keeps the page while it is fetched. */
function download(routineId: string, kind: 'ics' | 'csv') {
  const link = document.createElement('a')
  link.href = `/api/v1/routines/${routineId}/export.${kind}`
  link.download = ''
  link.click()
}

function useWayCommands(ways: readonly Way[]) {
  const { t } = useLingui()
  const commands = useMemo<Command[]>(
    () =>
      ways.map(({ id, label, icon, onSelect }) => ({
        id: `timetable-${id}`,
        title: label,
        group: t`Timetable`,
        icon,
        run: onSelect,
      })),
    [t, ways],
  )
  useCommands(commands)
}

/** To the other timetables, or to a new one. */
function useOthers({ routine, routines }: ActionsProps, showAll: () => void): (MenuItem | null)[] {
  const { t } = useLingui()
  const navigate = useNavigate()
  const each = routines.map(({ id, name }) => ({
    label: name,
    ...(id === routine.id && { icon: 'check' as const }),
    onSelect: () => void navigate({ to: '/timetable/$routineId', params: { routineId: id } }),
  }))
  return [
    ...each,
    ...(each.length > 0 ? [null] : []),
    { label: t`Put in order, copy, delete…`, icon: 'menu', onSelect: showAll },
    { label: t`New timetable`, icon: 'plus', onSelect: () => void navigate({ to: '/timetable/new' }) },
  ]
}

/** What concerns the timetable as a whole. */
function useOwn(routine: RoutineRead): (MenuItem | null)[] {
  const { t } = useLingui()
  const navigate = useNavigate()
  const duplicate = useDuplicateRoutine()
  const remove = useRemoveRoutine()
  return [
    {
      label: t`Settings`,
      icon: 'settings',
      onSelect: () =>
        void navigate({ to: '/timetable/$routineId/settings', params: { routineId: routine.id } }),
    },
    { label: t`Duplicate`, icon: 'copy', onSelect: () => duplicate.mutate(routine) },
    null,
    { label: t`Delete`, icon: 'trash', danger: true, onSelect: () => remove(routine) },
  ]
}
