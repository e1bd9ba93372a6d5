/** The head of a column: the weekday, and on real dates its numeral. */
import { t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import clsx from 'clsx'
import { dayNumeral } from '@/lib/dates'
import { weekdayName } from '@/lib/schedule-words'
import { Icon, type MenuItems } from '@/ui'
import { useMenu } from '@/ui/menu'
import { dayWords } from '../words'
import type { GridDay } from './blocks'

interface HeadProps {
  day: GridDay
  /** What can be done with the day. */
  items: MenuItems
}

export function DayHead({ day, items }: HeadProps) {
  const { t } = useLingui()
  const name = [dayWords(day), day.isToday && t`today`, offWords(day)].filter(Boolean).join(', ')
  const menu = useMenu(name, items)
  return (
    <>
      <button
        type="button"
        aria-haspopup="menu"
        aria-expanded={menu.isOpen}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect()
          void menu.openAt({ x: box.right, y: box.bottom }, event.currentTarget)
        }}
        className="group/head flex min-h-11 min-w-0 items-baseline gap-2 rounded-t-[5px] px-2 pt-2.5 pb-1.5 text-left hover:bg-sunk"
      >
        <span className="sr-only">{name}</span>
        <DayFace day={day} />
        <Icon name="down" size={14} className="ml-auto self-center text-ink-3 group-hover/head:text-ink" />
      </button>
      {menu.popup}
    </>
  )
}

/** Why nothing takes place. */
function offWords({ holiday, inForce }: GridDay): string {
  if (holiday !== null) return holiday || t`Holiday`
  return inForce ? '' : t`Not in force`
}

function DayFace({ day }: { day: GridDay }) {
  const isOff = day.holiday !== null || !day.inForce
  const quiet = offWords(day)
  return (
    <span aria-hidden="true" className="flex min-w-0 items-baseline gap-2">
      {day.date && (
        <span
          className={clsx(
            'figure text-title leading-none',
            day.isToday ? 'text-accent' : isOff && 'text-ink-3',
          )}
        >
          {dayNumeral(day.date)}
        </span>
      )}
      <span className={clsx('truncate text-small', day.isToday ? 'font-semibold text-accent' : 'text-ink-2')}>
        {weekdayName(day.weekday, day.date ? 'short' : 'long')}
      </span>
      {quiet && <span className="truncate text-tiny text-ink-2">{quiet}</span>}
    </span>
  )
}
