/** Margin note of the list: what has been kept up longest. */
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Note } from '@/ui'
import { useActiveHabits } from './queries'

const SHOWN = 5

export function LongestRunning() {
  const { t } = useLingui()
  const habits = useActiveHabits().data?.data ?? []
  const running = habits
    .filter((habit) => habit.current_streak > 1)
    .sort((a, b) => b.current_streak - a.current_streak)
    .slice(0, SHOWN)
  if (running.length === 0) return null
  return (
    <Note title={t`Longest running`}>
      <ul>
        {running.map((habit) => (
          <li key={habit.id} className="border-b border-rule">
            <Link
              to="/habits/$id"
              params={{ id: habit.id }}
              className="flex min-h-11 items-center justify-between gap-3 hover:underline"
            >
              {habit.name}
              <span className="figure text-head">{habit.current_streak}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Note>
  )
}
