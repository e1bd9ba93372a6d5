/** The headline: on dates the week of the year, or the day where one is drawn; for the pattern what it amounts to. */
import { i18n } from '@lingui/core'
import { t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { ComponentProps, ReactNode } from 'react'
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

type Words = Pick<ComponentProps<typeof DayHeadline>, 'figure' | 'title' | 'spoken'> & {
  meta: readonly (string | false | undefined)[]
}

/** One headline whatever is shown: what was opened beside it stays open while a week is on its way. */
export function Headline(props: HeadlineProps) {
  const { meta, ...words } = useWords(props)
  return <DayHeadline {...words} meta={meta.filter(Boolean).join(' · ')} actions={props.actions} />
}

function useWords(props: HeadlineProps): Words {
  const { week, day } = props
  const { i18n } = useLingui()
  if (!week) return patternWords(props)
  if (!day?.date) return weekWords(props, week)
  const title = weekday(day.date, i18n.locale)
  const month = monthName(day.date, i18n.locale)
  const { name } = props.routine
  return {
    figure: dayNumeral(day.date),
    title,
    spoken: `${name}: ${title}, ${dayNumeral(day.date)} ${month}`,
    meta: [month, name, rotationWords(props.routine, week)],
  }
}

function rotationWords({ rotation_weeks }: RoutineRead, { week }: RoutineWeek): string {
  if (week === null) return t`not in force`
  return rotation_weeks > 1 ? weekName(week) : ''
}

function weekWords({ routine }: HeadlineProps, week: RoutineWeek): Words {
  const span = dateSpan(week.first_on, week.last_on, i18n.locale)
  // The week of the year is that of the day in its middle, whatever day it begins on.
  const number = isoWeek(week.days[3]?.date ?? week.first_on)
  return {
    figure: number,
    title: span,
    spoken: t`${routine.name}, week ${number}: ${span}`,
    meta: [routine.name, rotationWords(routine, week)],
  }
}

function patternWords({ routine, rotationWeek, day }: HeadlineProps): Words {
  const own = routine.sessions.filter((session) => isInWeek(session, rotationWeek) && !session.is_cancelled)
  const hours = own.reduce((sum, { minutes }) => sum + minutes, 0) / 60
  const shown = figure(hours < 10 ? Math.round(hours * 4) / 4 : Math.round(hours), i18n.locale)
  const title = t`hours a week`
  return {
    figure: shown,
    title,
    spoken: `${routine.name}: ${shown} ${title}`,
    meta: [
      day && weekdayName(day.weekday),
      routine.name,
      routine.rotation_weeks > 1 && weekName(rotationWeek),
    ],
  }
}
