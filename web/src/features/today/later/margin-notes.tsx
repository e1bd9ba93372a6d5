/** Margin notes of the day: the week, what runs longest, the last months. */
import { Plural, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Today } from '@/api'
import { figure } from '@/lib/dates'
import { useThemeFilter } from '@/lib/themes'
import { Note } from '@/ui'
import { addDays, weekStartOf } from '../days'
import { habitPath } from '../habit-row'
import { useLongestRunning, useWeeks } from '../use-day'
import { Heatmap } from './heatmap'
import { BackToToday, WeekStrip } from './week-strip'

export function MarginNotes({ day }: { day: Today }) {
  const { t } = useLingui()
  const { days, weekStart } = useWeeks(day.today)
  const { habits, total } = useLongestRunning()
  const isWhole = useThemeFilter().value === undefined
  const first = weekStartOf(day.date, weekStart)
  const isThisWeek = first === weekStartOf(day.today, weekStart)
  const isBlank = total === 0 && !days?.some((other) => other.total > 0)
  if (isBlank) return null
  // The page knows its own day better than the table of days does: it has what waits to be sent. The table is of
  // everything, the page perhaps of one theme.
  const week = (days ?? [])
    .filter(({ date }) => date >= first && date < addDays(first, 7))
    .map((other) => (other.date === day.date && isWhole ? { ...other, ...day.progress } : other))
  return (
    <>
      {week.length === 7 && (
        <Note title={isThisWeek ? t`This week` : t`That week`}>
          <WeekStrip days={week} shown={day.date} today={day.today} />
          {day.date !== day.today && <BackToToday />}
        </Note>
      )}
      {habits && habits.length > 0 && (
        <Note title={t`Longest running`}>
          <ul>
            {habits.map((habit) => (
              <li key={habit.id} className="border-b border-rule">
                <Link
                  to={habitPath(habit.id)}
                  className="flex min-h-11 items-center justify-between gap-3 text-note"
                >
                  <span className="min-w-0 truncate">{habit.name}</span>
                  <Streak count={habit.current_streak} />
                </Link>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {days && (
        <Note title={t`The last 18 weeks`}>
          <Heatmap days={days} today={day.today} />
        </Note>
      )}
    </>
  )
}

function Streak({ count }: { count: number }) {
  const { i18n } = useLingui()
  return (
    <>
      <span aria-hidden="true" className="figure text-head leading-none">
        {figure(count, i18n.locale)}
      </span>
      <span className="sr-only">
        <Plural value={count} one="# in a row" other="# in a row" />
      </span>
    </>
  )
}
