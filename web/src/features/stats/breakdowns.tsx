/** The same rate cut by theme, by kind of schedule, and by habit. */
import { Plural, useLingui } from '@lingui/react/macro'
import type { HabitRow, Statistics, ThemeRow } from '@/api'
import { useThemeFilter } from '@/lib/themes'
import { kindWords } from '@/ui/forms/kind-words'
import { ThemeMark } from '@/ui/theme-mark'
import { BarTable } from './bar-table'
import { colorOf, HabitName } from './habit-name'
import { Section } from './section'

/** With one row only there is nothing to compare. */
export function ByTheme({ rows }: { rows: Statistics['by_theme'] }) {
  const { t } = useLingui()
  if (rows.length < 2) return null
  const hasTasks = rows.some(({ tasks }) => tasks.done > 0)
  return (
    <Section title={t`By theme`}>
      <BarTable
        caption={t`By theme`}
        of={t({ message: `Theme`, context: `gathers habits and tasks` })}
        rows={rows.map(({ theme, habits, tasks }) => ({
          key: theme?.id ?? 'none',
          name: <ThemeName theme={theme} />,
          rate: habits.success_rate,
          done: habits.done,
          due: habits.due,
          color: theme?.color ?? '#6C6254',
          ...(hasTasks && { tasks: tasks.done }),
        }))}
      />
    </Section>
  )
}

/** Pressing a theme shows it alone. */
function ThemeName({ theme }: { theme: ThemeRow['theme'] }) {
  const { t } = useLingui()
  const { choose } = useThemeFilter()
  const name = theme?.name ?? t`No theme`
  return (
    <button
      type="button"
      onClick={() => choose(theme?.id ?? 'none')}
      title={t`Show only ${name}`}
      className="flex min-h-11 items-center gap-2.5 py-1.5 text-left leading-snug font-medium hover:underline"
    >
      <ThemeMark color={theme?.color} />
      <span className="min-w-0 wrap-anywhere">{name}</span>
    </button>
  )
}

export function ByKind({ rows, color }: { rows: Statistics['by_schedule_kind']; color: string }) {
  const { t, i18n } = useLingui()
  if (rows.length < 2) return null
  return (
    <Section title={t`By schedule`}>
      <BarTable
        caption={t`By schedule`}
        of={t`How often`}
        rows={rows.map(({ kind, habits_count, habits }) => ({
          key: kind,
          name: (
            <>
              <span className="block pt-1.5 leading-snug">{i18n._(kindWords[kind])}</span>
              <span className="block pb-1.5 text-small font-normal text-ink-2">
                <Plural value={habits_count} one="# habit" other="# habits" />
              </span>
            </>
          ),
          rate: habits.success_rate,
          done: habits.done,
          due: habits.due,
          color,
        }))}
      />
    </Section>
  )
}

export function BestAndWorst({ best, worst }: { best: readonly HabitRow[]; worst: readonly HabitRow[] }) {
  const { t } = useLingui()
  return (
    <div className="wide:grid wide:grid-cols-2 wide:gap-x-10">
      <Ranking title={t`Went best`} rows={best} />
      <Ranking title={t`Went least well`} rows={worst} />
    </div>
  )
}

function Ranking({ title, rows }: { title: string; rows: readonly HabitRow[] }) {
  const { t } = useLingui()
  if (rows.length === 0) return null
  return (
    <Section title={title}>
      <BarTable
        caption={title}
        of={t`Habit`}
        rows={rows.map(({ habit, due, done, success_rate }) => ({
          key: habit.id,
          name: <HabitName habit={habit} />,
          rate: success_rate,
          done,
          due,
          color: colorOf(habit),
        }))}
      />
    </Section>
  )
}
