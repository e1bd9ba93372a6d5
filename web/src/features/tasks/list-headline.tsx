/** The headline of the lists: how much is to be done today, and how much is open in all. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import type { ReactNode } from 'react'
import type { TaskRead } from '@/api'
import { DayHeadline, Icon, IconButton } from '@/ui'
import { toNewTask } from './paths'

function useWords(tasks: readonly TaskRead[] | undefined) {
  const { t } = useLingui()
  if (!tasks) return { title: t`Tasks`, meta: t`One moment` }
  const open = tasks.filter(({ status }) => status === 'open')
  const overdue = open.filter(({ list }) => list === 'overdue').length
  const today = open.filter(({ list }) => list === 'today').length + overdue
  if (open.length === 0) return { title: t`Tasks`, meta: t`Nothing is open` }
  const all = plural(open.length, { one: '# open', other: '# open' })
  const late = plural(overdue, { one: '# overdue', other: '# overdue' })
  if (today === 0) return { title: t`No task for today`, meta: all }
  return {
    figure: today,
    title: plural(today, { one: 'task for today', other: 'tasks for today' }),
    meta: overdue ? `${late} · ${all}` : all,
  }
}

interface HeadlineProps {
  tasks: readonly TaskRead[] | undefined
  menu: ReactNode
  filters: { isOpen: boolean; onToggle: () => void }
}

export function ListHeadline({ tasks, menu, filters }: HeadlineProps) {
  const { t } = useLingui()
  const { figure, title, meta } = useWords(tasks)
  return (
    <DayHeadline
      figure={figure}
      title={title}
      spoken={figure ? t`Tasks: ${figure} ${title}` : title}
      meta={meta}
      actions={
        <>
          <Link
            {...toNewTask}
            aria-label={t`New task`}
            title={t`New task`}
            className="grid size-11 place-items-center rounded-control bg-accent text-accent-ink hover:bg-accent-deep"
          >
            <Icon name="plus" size={20} />
          </Link>
          <IconButton
            icon="search"
            framed
            label={t`Search and order`}
            aria-expanded={filters.isOpen}
            aria-controls="task-filters"
            onClick={filters.onToggle}
            className={clsx('wide:hidden', filters.isOpen && 'border-edge! text-ink!')}
          />
          {menu}
        </>
      }
    />
  )
}
