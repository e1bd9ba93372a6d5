/** The running week: seven days, each with a small bar of what was done, each a way to that day. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import type { DaySummary } from '@/api'
import { dayNumeral, longDate, weekdayLetter } from '@/lib/dates'

interface StripProps {
  days: readonly DaySummary[]
  /** The day that the page shows. */
  shown: string
  today: string
}

export function WeekStrip({ days, shown, today }: StripProps) {
  const { i18n } = useLingui()
  return (
    <ol className="-mx-2 grid grid-cols-7 notes:-mx-5 text-center">
      {days.map((day) => (
        <li key={day.date} className="grid">
          <span aria-hidden="true" className="text-tiny text-ink-2">
            {weekdayLetter(day.date, i18n.locale)}
          </span>
          <StripDay day={day} isShown={day.date === shown} today={today} />
        </li>
      ))}
    </ol>
  )
}

function StripDay({ day, isShown, today }: { day: DaySummary; isShown: boolean; today: string }) {
  const { t, i18n } = useLingui()
  const numeral = dayNumeral(day.date)
  const isToCome = day.date > today
  const block = (
    <span
      aria-hidden="true"
      className={clsx(
        'figure relative grid h-9 w-full max-w-9 place-items-center rounded-[7px] text-base leading-none',
        isShown ? 'bg-ink text-paper' : day.date === today && 'text-accent',
        isToCome ? 'text-ink-3' : !isShown && 'group-hover/day:bg-sunk',
      )}
    >
      {numeral}
      <Bar share={day.total > 0 ? day.done / day.total : 0} />
    </span>
  )
  const look = 'group/day grid h-11 place-items-center rounded-[7px]'
  const name = longDate(day.date, i18n.locale)
  if (isToCome)
    return (
      <span className={look}>
        {block}
        <span className="sr-only">{name}</span>
      </span>
    )
  const { done, total } = day
  return (
    <Link
      to="/"
      search={day.date === today ? {} : { date: day.date }}
      aria-current={isShown ? 'date' : undefined}
      aria-label={`${name}, ${total > 0 ? t`${done} of ${total} done` : t`nothing due`}`}
      className={look}
    >
      {block}
    </Link>
  )
}

function Bar({ share }: { share: number }) {
  if (share === 0) return null
  return (
    <span
      className="absolute bottom-1 left-1/2 h-0.5 rounded-[1px] bg-accent"
      style={{ width: `${Math.round(share * 20)}px`, translate: '-50%' }}
    />
  )
}

/** Under the strip of a week that lies in the past. */
export const BackToToday = () => (
  <Link to="/" search={{}} className="no-print inline-flex min-h-11 items-center font-medium text-accent">
    <Trans>Back to today</Trans>
  </Link>
)
