/**
 * A year of days as a drawing that is also a grid: arrow keys walk the days, Enter opens one. One stop for the tab key;
 * the days themselves are never focused, so that 365 small ones need no room for a finger. The list below has that room.
 */
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { CalendarDay, Weekday } from '@/api'
import { longDate, monthName } from '@/lib/dates'
import { weekdayName, weekFrom } from '@/lib/schedule-words'
import { monthColumns, type PlacedDay, placeDays } from './calendar'
import { DayCell } from './day-cell'
import { stateWords } from './words'

/** Pixels at natural size: one day with its gap, and room for the names of months and weekdays. */
const PITCH = 12.6
const TOP = 18
const LEFT = 26

interface HeatmapProps {
  days: readonly CalendarDay[]
  today: string
  weekStart: Weekday
  color: string
  label: string
  onChoose: (day: CalendarDay, anchor: DOMRect) => void
}

const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -7, ArrowRight: 7 }

/** The day that the keys are on, and what moves it. */
function useWalk(days: readonly PlacedDay[], today: string) {
  const start = Math.max(
    0,
    days.findLastIndex((day) => day.date <= today),
  )
  const [picked, setPicked] = useState<{ of: readonly PlacedDay[]; index: number }>()
  const index = picked?.of[0]?.date === days[0]?.date && picked ? picked.index : start
  const go = (to: number) => setPicked({ of: days, index: Math.min(days.length - 1, Math.max(0, to)) })
  const onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    const to = step ? index + step : { Home: 0, End: start }[event.key]
    if (to === undefined) return
    event.preventDefault()
    go(to)
  }
  return { index, go, onKey }
}

export function Heatmap({ days, today, weekStart, color, label, onChoose }: HeatmapProps) {
  const { t, i18n } = useLingui()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const placed = useMemo(() => placeDays(days, weekStart), [days, weekStart])
  const { index, go, onKey } = useWalk(placed, today)
  const [pointed, setPointed] = useState<PlacedDay>()
  const current = placed[index]
  const shown = pointed ?? current
  const width = LEFT + ((placed.at(-1)?.week ?? 52) + 1) * PITCH
  useScrollTo(scroller, current, width)
  const words = (day: PlacedDay) => `${longDate(day.date, i18n.locale)}: ${i18n._(stateWords[day.state])}`
  const cellOf = (date: string) => scroller.current?.querySelector(`[data-date="${date}"]`)
  const open = (day: PlacedDay) => {
    const cell = cellOf(day.date)
    if (cell) onChoose(day, cell.getBoundingClientRect())
  }
  const at = (event: MouseEvent) => {
    const date = (event.target as Element).closest('[data-date]')?.getAttribute('data-date')
    return placed.findIndex((day) => day.date === date)
  }
  return (
    <>
      <div ref={scroller} className="-mx-4.5 mt-1 overflow-x-auto px-4.5 pb-1 wide:mx-0 wide:px-0">
        {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be a drawing */}
        <svg
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: walked by keys like any grid
          role="grid"
          aria-label={label}
          aria-readonly="true"
          aria-activedescendant={current && `${id}${current.date}`}
          tabIndex={0}
          viewBox={`0 0 ${width} ${TOP + 7 * PITCH + 2}`}
          className="block w-full min-w-175 rounded-[4px] select-none"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return onKey(event)
            event.preventDefault()
            if (current) open(current)
          }}
          onPointerMove={(event) => setPointed(placed[at(event)])}
          onPointerLeave={() => setPointed(undefined)}
          onClick={(event) => {
            const day = placed[at(event)]
            if (!day) return
            go(placed.indexOf(day))
            event.currentTarget.focus()
            open(day)
          }}
        >
          <MonthNames days={placed} scroller={scroller} />
          {weekFrom(weekStart).map((weekday, row) => (
            // biome-ignore lint/a11y/useSemanticElements: a table row cannot be part of a drawing
            <g key={weekday} role="row" aria-label={weekdayName(weekday)}>
              {row % 2 === 0 && (
                // biome-ignore lint/a11y/noAriaHiddenOnFocusable: text of a drawing takes no focus
                <text x={0} y={TOP + row * PITCH + 9} aria-hidden="true" className="fill-ink-2 text-[9px]">
                  {weekdayName(weekday, 'short')}
                </text>
              )}
              {placed
                .filter((day) => day.row === row)
                .map((day) => (
                  <DayCell
                    key={day.date}
                    id={`${id}${day.date}`}
                    day={day}
                    x={LEFT + day.week * PITCH}
                    y={TOP + row * PITCH}
                    color={color}
                    isToday={day.date === today}
                    isCurrent={day === current}
                    label={words(day)}
                  />
                ))}
            </g>
          ))}
        </svg>
      </div>
      <p className="min-h-5 text-small text-ink-2" aria-hidden="true">
        {shown ? words(shown) : t`Choose a day`}
      </p>
    </>
  )
}

interface MonthNamesProps {
  days: readonly PlacedDay[]
  scroller: React.RefObject<HTMLDivElement | null>
}

/** A name that begins beyond the edge of a narrow screen is not shown: what is left of it reads as something else. */
function MonthNames({ days, scroller }: MonthNamesProps) {
  const { i18n } = useLingui()
  const names = useRef<SVGGElement>(null)
  useEffect(() => {
    const box = scroller.current
    const hideCut = () => {
      const edge = box?.getBoundingClientRect().left ?? 0
      for (const name of names.current?.children ?? [])
        name.classList.toggle('invisible', name.getBoundingClientRect().left < edge)
    }
    hideCut()
    box?.addEventListener('scroll', hideCut, { passive: true })
    return () => box?.removeEventListener('scroll', hideCut)
  }, [scroller])
  return (
    <g ref={names}>
      {monthColumns(days).map(({ date, week }) => (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: text of a drawing takes no focus
        <text
          key={date}
          x={LEFT + week * PITCH}
          y={10}
          aria-hidden="true"
          className="fill-ink-2 text-[9.5px]"
        >
          {monthName(date, i18n.locale).slice(0, 3)}
        </text>
      ))}
    </g>
  )
}

/** Narrow screens show the part that holds the current day; today's at first. */
function useScrollTo(
  scroller: React.RefObject<HTMLDivElement | null>,
  day: PlacedDay | undefined,
  width: number,
) {
  const week = day?.week
  useEffect(() => {
    const box = scroller.current
    if (!box || week === undefined) return
    const x = ((LEFT + week * PITCH) / width) * box.scrollWidth
    if (x < box.scrollLeft + 40 || x > box.scrollLeft + box.clientWidth - 40)
      box.scrollLeft = x - box.clientWidth * 0.8
  }, [scroller, week, width])
}
