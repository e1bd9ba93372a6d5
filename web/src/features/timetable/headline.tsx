/** The headline: on dates the week of the year, or the day where one is drawn; for the pattern what it amounts to. */
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { RoutineRead, RoutineWeek } from '@/api'
import { dateSpan } from '@/lib/date-spans'
import { dayNumeral, figure, isoWeek, monthName, weekday } from '@/lib/dates'
import { weekdayName } from '@/lib/schedule-words'
import { DayHeadline } from '@/ui'
import { type GridDay, isInWeek } from './grid/blocks'
import { weekName } from './words'

interface HeadlineProps {
  routine: RoutineRead
  week: RoutineWeek | undefined
  rotationWeek: number
  /** The only day that is drawn. */
  day: GridDay | undefined
  actions: ReactNode
}

export function Headline(props: HeadlineProps) {
  const { routine, week, day } = props
  const { i18n } = useLingui()
  const rotation = useRotation(routine, week?.week ?? null)
  if (!week) return <PatternHeadline {...props} />
  if (day?.date) {
    const title = weekday(day.date, i18n.locale)
    const meta = [monthName(day.date, i18n.locale), routine.name, rotation]
    return (
      <DayHeadline
        figure={dayNumeral(day.date)}
        title={title}
        spoken={`${routine.name}: ${title}, ${dayNumeral(day.date)} ${monthName(day.date, i18n.locale)}`}
        meta={meta.filter(Boolean).join(' · ')}
        actions={props.actions}
      />
    )
  }
  return <WeekHeadline {...props} week={week} rotation={rotation} />
}

function useRotation({ rotation_weeks }: RoutineRead, week: number | null): string {
  const { t } = useLingui()
  if (week === null) return t`not in force`
  return rotation_weeks > 1 ? weekName(week) : ''
}

function WeekHeadline({
  routine,
  week,
  rotation,
  actions,
}: HeadlineProps & { week: RoutineWeek; rotation: string }) {
  const { t, i18n } = useLingui()
  const span = dateSpan(week.first_on, week.last_on, i18n.locale)
  // The week of the year is that of the day in its middle, whatever day it begins on.
  const number = isoWeek(week.days[3]?.date ?? week.first_on)
  return (
    <DayHeadline
      figure={number}
      title={span}
      spoken={t`${routine.name}, week ${number}: ${span}`}
      meta={[routine.name, rotation].filter(Boolean).join(' · ')}
      actions={actions}
    />
  )
}

function PatternHeadline({ routine, rotationWeek, day, actions }: HeadlineProps) {
  const { t, i18n } = useLingui()
  const own = routine.sessions.filter((session) => isInWeek(session, rotationWeek) && !session.is_cancelled)
  const hours = own.reduce((sum, { minutes }) => sum + minutes, 0) / 60
  const shown = figure(hours < 10 ? Math.round(hours * 4) / 4 : Math.round(hours), i18n.locale)
  const title = t`hours a week`
  const meta = [
    day && weekdayName(day.weekday),
    routine.name,
    routine.rotation_weeks > 1 && weekName(rotationWeek),
  ]
  return (
    <DayHeadline
      figure={shown}
      title={title}
      spoken={`${routine.name}: ${shown} ${title}`}
      meta={meta.filter(Boolean).join(' · ')}
      actions={actions}
    />
  )
}
