/** Hours of the timetable by subject and theme, over the days of the page or any others. */
import { Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { Fragment, type ReactNode, useState } from 'react'
import type { Statistics, TimetableHours } from '@/api'
import { readTimetableHoursOptions } from '@/api/@tanstack/react-query.gen'
import { useThemeFilter } from '@/lib/themes'
import { Field, Input } from '@/ui'
import { ThemeMark } from '@/ui/theme-mark'
import { Bar } from './bar'
import { Section } from './section'
import { hoursWords, number } from './words'

type HoursFigures = Pick<TimetableHours, 'minutes' | 'count' | 'planned_minutes' | 'planned_count'>

interface Days {
  from: string
  to: string
}

/** Who keeps no timetable sees nothing of it. */
export function TimetableSection({ stats, color }: { stats: Statistics; color: string }) {
  const { t } = useLingui()
  const [asked, ask] = useState<Days>()
  const days = asked ?? stats.timetable
  const hours = useHours(asked) ?? stats.timetable
  if (!asked && isNone(hours)) return null
  return (
    <Section title={t`Timetable`}>
      <div className="no-print grid grid-cols-2 gap-3 pb-4 wide:max-w-90">
        <Field label={t`From`}>
          {(control) => (
            <DayInput {...control} value={days.from} onDay={(from) => ask(inOrder(from, days.to))} />
          )}
        </Field>
        <Field label={t`To`}>
          {(control) => <DayInput {...control} value={days.to} onDay={(to) => ask(inOrder(days.from, to))} />}
        </Field>
      </div>
      {isNone(hours) ? (
        <p className="text-ink-2">
          <Trans>No sessions in these days.</Trans>
        </p>
      ) : (
        <Tables hours={hours} color={color} />
      )}
    </Section>
  )
}

const isNone = ({ count, planned_count }: HoursFigures) => count + planned_count === 0

const inOrder = (from: string, to: string): Days => (from <= to ? { from, to } : { from: to, to: from })

/** Undefined until other days were asked for and read. */
function useHours(asked: Days | undefined): TimetableHours | undefined {
  const theme = useThemeFilter().query
  const query = { from: asked?.from ?? '', to: asked?.to ?? '', ...theme }
  const options = readTimetableHoursOptions({ query })
  return useQuery({ ...options, enabled: asked !== undefined, placeholderData: keepPreviousData }).data
}

interface DayInputProps {
  id: string
  value: string
  onDay: (day: string) => void
}

/** While a date is typed it is empty for a moment: the last whole one stays. */
const DayInput = ({ onDay, ...control }: DayInputProps) => (
  <Input
    {...control}
    type="date"
    min="1900-01-01"
    max="2200-12-31"
    onChange={({ target }) => target.value && onDay(target.value)}
  />
)

function Tables({ hours, color }: { hours: TimetableHours; color: string }) {
  const { t } = useLingui()
  const { by_subject, by_theme } = hours
  return (
    <>
      <HoursTable
        caption={t`Hours by subject`}
        of={t`Subject`}
        total={hours}
        rows={by_subject.map(({ subject, theme, ...figures }) => ({
          ...figures,
          key: `${subject} ${theme?.id}`,
          name: subject,
          color: theme?.color ?? color,
        }))}
      />
      {by_theme.length > 1 && (
        <div className="mt-6">
          <HoursTable
            caption={t`Hours by theme`}
            of={t({ message: `Theme`, context: `gathers habits and tasks` })}
            rows={by_theme.map(({ theme, ...figures }) => ({
              ...figures,
              key: theme?.id ?? 'none',
              name: (
                <span className="flex items-center gap-2.5">
                  <ThemeMark color={theme?.color} />
                  {theme?.name ?? t`No theme`}
                </span>
              ),
              color: theme?.color ?? color,
            }))}
          />
        </div>
      )}
    </>
  )
}

interface HoursRow extends HoursFigures {
  key: string
  name: ReactNode
  color: string
}

interface TableProps {
  caption: string
  of: string
  rows: readonly HoursRow[]
  total?: HoursFigures
}

const head = 'pb-1.5 pl-4 text-right font-normal'
const cell = 'pb-1 pl-4 text-right whitespace-nowrap'

function HoursTable({ caption, of, rows, total }: TableProps) {
  const { t } = useLingui()
  const most = Math.max(...rows.map(({ minutes, planned_minutes }) => minutes + planned_minutes))
  const hasPlanned = rows.some(({ planned_count }) => planned_count > 0)
  return (
    <table className="w-full tabular-nums">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-rule align-bottom text-small text-ink-2">
          <th scope="col" className={clsx(head, 'w-full pl-0! text-left!')}>
            {of}
          </th>
          <th scope="col" className={head}>
            <Trans>Took place</Trans>
          </th>
          <th scope="col" className={head}>
            <Trans>Sessions</Trans>
          </th>
          {hasPlanned && (
            <th scope="col" className={head}>
              <Trans>Still to come</Trans>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.key}>
            <FiguresRow name={row.name} figures={row} hasPlanned={hasPlanned} />
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus */}
            <tr aria-hidden="true">
              <td colSpan={hasPlanned ? 4 : 3}>
                <Bar rate={row.minutes / most} color={row.color} />
              </td>
            </tr>
          </Fragment>
        ))}
        {total && rows.length > 1 && (
          <FiguresRow name={t`Together`} figures={total} hasPlanned={hasPlanned} />
        )}
      </tbody>
    </table>
  )
}

interface FiguresProps {
  name: ReactNode
  figures: HoursFigures
  hasPlanned: boolean
}

function FiguresRow({ name, figures, hasPlanned }: FiguresProps) {
  return (
    <tr className="align-baseline">
      <th scope="row" className="pt-1.5 text-left font-medium wrap-anywhere">
        {name}
      </th>
      <td className={clsx(cell, 'figure text-title leading-none')}>{hoursWords(figures.minutes)}</td>
      <td className={clsx(cell, 'text-note text-ink-2')}>{number(figures.count)}</td>
      {hasPlanned && (
        <td className={clsx(cell, 'text-note text-ink-2')}>{hoursWords(figures.planned_minutes)}</td>
      )}
    </tr>
  )
}
