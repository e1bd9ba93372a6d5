/** The year as a heatmap: choose the year, a day to record, and read the same in numbers. */
import { useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CalendarDay, HabitRead } from '@/api'
import { readCalendarOptions } from '@/api/@tanstack/react-query.gen'
import { useMe } from '@/lib/session'
import { useMarkColor } from '@/lib/themes'
import { IconButton, Skeleton } from '@/ui'
import { DayPopover } from './day-popover'
import { Heatmap } from './heatmap'
import { useCheckIns } from './history'
import { MonthTable } from './month-table'
import { asWrite } from './record'
import { YearLegend } from './year-legend'

interface YearNoteProps {
  habit: HabitRead
  today: string
  year: number
  onYear: (year: number) => void
}

export function YearNote({ habit, today, year, onYear }: YearNoteProps) {
  const { t } = useLingui()
  const color = useMarkColor(habit)
  const weekStart = useMe()?.week_start ?? 'mon'
  const checkIns = useCheckIns(habit.id, year)
  const calendar = useQuery({
    ...readCalendarOptions({ path: { habit_id: habit.id }, query: { year } }),
    placeholderData: keepPreviousData,
  })
  const [chosen, setChosen] = useState<{ day: CalendarDay; anchor: DOMRect }>()
  const first = Number(habit.starts_on.slice(0, 4))
  const last = Number(today.slice(0, 4))
  const recorded = checkIns.data?.data.find((row) => row.date === chosen?.day.date)
  return (
    <section className="mt-8">
      <div className="flex items-center justify-between border-t border-rule pt-2">
        <h2 className="text-head leading-tight">{year}</h2>
        <div className="no-print flex">
          <IconButton
            icon="previous"
            label={t`The year before`}
            disabled={year <= first}
            onClick={() => onYear(year - 1)}
          />
          <IconButton
            icon="next"
            label={t`The year after`}
            disabled={year >= last}
            onClick={() => onYear(year + 1)}
          />
        </div>
      </div>
      {calendar.data ? (
        <>
          <Heatmap
            days={calendar.data.days}
            today={today}
            weekStart={weekStart}
            color={color}
            label={t`${habit.name} in ${year}, by day`}
            onChoose={(day, anchor) => {
              if (day.date <= today && day.date >= habit.starts_on) setChosen({ day, anchor })
            }}
          />
          <YearLegend days={calendar.data.days} color={color} />
          <MonthTable days={calendar.data.days} />
        </>
      ) : (
        <Skeleton className="mt-2 h-36 w-full" />
      )}
      {chosen && (
        <DayPopover
          habit={habit}
          date={chosen.day.date}
          state={chosen.day.state}
          anchor={chosen.anchor}
          before={asWrite(recorded)}
          onClose={() => setChosen(undefined)}
        />
      )}
    </section>
  )
}
