/** One theme: its mark and name, and how much is gathered under it, each a way to a list that shows nothing else. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import clsx from 'clsx'
import type { ReactNode } from 'react'
import type { ThemeRead } from '@/api'
import { figure } from '@/lib/dates'
import { LedgerRow, type MenuItems } from '@/ui'
import { ThemeMark } from '@/ui/theme-mark'
import { useDeleteTheme } from './actions'

export function ThemeRow({ theme, onEdit }: { theme: ThemeRead; onEdit: () => void }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const remove = useDeleteTheme()
  const { name, open_tasks_count: tasks, active_habits_count: habits, sessions_count: sessions } = theme
  const search = { theme: theme.id }
  const items: MenuItems = [
    { label: t`Edit`, icon: 'edit', onSelect: onEdit },
    { label: t`Show its day`, icon: 'sun', onSelect: () => void navigate({ to: '/', search }) },
    null,
    { label: t`Delete`, icon: 'trash', danger: true, onSelect: () => remove(theme) },
  ]
  return (
    <LedgerRow
      mark={
        <span className="grid size-11 place-items-center">
          <ThemeMark color={theme.color} size={26} />
        </span>
      }
      title={
        <button
          type="button"
          onClick={onEdit}
          aria-haspopup="dialog"
          className="-my-1.5 flex min-h-11 w-full items-center text-left break-words underline-offset-3 hover:underline"
        >
          {name}
        </button>
      }
      note={<Over theme={theme} />}
      status={
        <span className="-mt-3 -ml-2.5 flex flex-wrap gap-x-1 wide:mt-0 wide:ml-0">
          <Link to="/tasks" search={search} className={look}>
            <Count value={tasks}>{plural(tasks, { one: 'open task', other: 'open tasks' })}</Count>
          </Link>
          <Link to="/habits" search={search} className={look}>
            <Count value={habits}>{plural(habits, { one: 'habit', other: 'habits' })}</Count>
          </Link>
          {/* Narrow rows have no room for what there is none of in most themes. */}
          <Link to="/timetable" className={clsx(look, sessions === 0 && 'hidden wide:flex')}>
            <Count value={sessions}>{plural(sessions, { one: 'session', other: 'sessions' })}</Count>
          </Link>
        </span>
      }
      menu={{ label: t`More about ${name}`, items }}
    />
  )
}

const look =
  'flex min-h-11 items-center rounded-control px-2.5 text-small text-ink-2 hover:bg-sunk hover:text-ink wide:w-32'

function Count({ value, children }: { value: number; children: ReactNode }) {
  const { i18n } = useLingui()
  return (
    <span className={clsx('flex items-baseline gap-1.5', value === 0 && 'text-ink-3')}>
      <span
        className={clsx('figure text-head leading-none wide:w-7 wide:text-right', value > 0 && 'text-ink')}
      >
        {figure(value, i18n.locale)}
      </span>{' '}
      {children}
    </span>
  )
}

/** What is over and done with, in the quiet line; nothing where there is nothing of it. */
function Over({ theme }: { theme: ThemeRead }) {
  const done = theme.tasks_count - theme.open_tasks_count
  const archived = theme.habits_count - theme.active_habits_count
  const words = [
    done > 0 && plural(done, { one: '# task done', other: '# tasks done' }),
    archived > 0 && plural(archived, { one: '# habit in the archive', other: '# habits in the archive' }),
  ].filter(Boolean)
  return words.length > 0 ? <span className="-mt-2 block pb-1">{words.join(' · ')}</span> : null
}
