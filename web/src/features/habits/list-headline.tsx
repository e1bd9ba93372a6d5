/** The headline of the list: how many habits are still due today, and how many are done. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { HabitRead } from '@/api'
import { DayHeadline, Icon } from '@/ui'
import { useActiveHabits } from './queries'

/** The figure and its words: what is due, else how many there are. */
function useWords(habits: readonly HabitRead[] | undefined) {
  const { t } = useLingui()
  if (!habits) return { title: t`Habits`, meta: t`One moment` }
  const open = habits.filter((habit) => habit.due_today && habit.state_today === 'open').length
  const count = plural(habits.length, { one: '# habit', other: '# habits' })
  const done = habits.filter(({ state_today }) => state_today === 'done' || state_today === 'extra').length
  const meta = done ? `${count} · ${t`${done} done today`}` : count
  if (habits.length === 0) return { title: t`Habits`, meta: t`What comes round again` }
  const title = open
    ? plural(open, { one: 'habit due today', other: 'habits due today' })
    : plural(habits.length, { one: 'habit, nothing due', other: 'habits, nothing due' })
  return { figure: open || habits.length, title, meta }
}

export function ListHeadline({ menu }: { menu: ReactNode }) {
  const { t } = useLingui()
  const { figure, title, meta } = useWords(useActiveHabits().data?.data)
  return (
    <DayHeadline
      figure={figure}
      title={title}
      spoken={figure ? t`Habits: ${figure} ${title}` : title}
      meta={meta}
      actions={
        <>
          <Link
            to="/habits/new"
            aria-label={t`New habit`}
            title={t`New habit`}
            className="grid size-11 place-items-center rounded-control bg-accent text-accent-ink hover:bg-accent-deep"
          >
            <Icon name="plus" size={20} />
          </Link>
          {menu}
        </>
      }
    />
  )
}
