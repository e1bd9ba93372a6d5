/** The days of the week in a row, each a way to it: on narrow pages, where the grid draws one day. */
import { useLingui } from '@lingui/react/macro'
import clsx from 'clsx'
import type { Weekday } from '@/api'
import { dayNumeral } from '@/lib/dates'
import { weekdayName } from '@/lib/schedule-words'
import type { GridDay } from './grid/blocks'
import { dayWords, sessionsInWords } from './words'

interface StripProps {
  days: readonly GridDay[]
  /** Of all these days. */
  countOf: (day: GridDay) => number
  shown: Weekday | undefined
  onDay: (day: Weekday) => void
}

export function DayStrip({ days, countOf, shown, onDay }: StripProps) {
  const { t } = useLingui()
  return (
    <nav aria-label={t`Days`} className="timetable-strip no-print mt-3 -mb-1">
      <ol className="grid auto-cols-fr grid-flow-col text-center">
        {days.map((day) => {
          const isShown = day.weekday === shown
          const count = countOf(day)
          return (
            <li key={day.weekday} className="grid">
              <button
                type="button"
                aria-current={isShown ? 'date' : undefined}
                onClick={() => onDay(day.weekday)}
                className={clsx(
                  'grid min-h-13 content-center justify-items-center gap-0.5 rounded-[7px]',
                  isShown ? 'bg-ink text-paper' : day.isToday ? 'text-accent' : 'text-ink-2',
                )}
              >
                <span className="sr-only">{`${dayWords(day)}, ${sessionsInWords(count)}`}</span>
                <span aria-hidden="true" className="contents">
                  <span className="text-tiny leading-none">{weekdayName(day.weekday, 'short')}</span>
                  {day.date && <span className="figure text-head leading-none">{dayNumeral(day.date)}</span>}
                  <span className="flex h-1 gap-0.5">
                    {Array.from({ length: Math.min(count, 5) }, (_, dot) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: dots have no identity
                      <span key={dot} className="size-1 rounded-full bg-current" />
                    ))}
                  </span>
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
