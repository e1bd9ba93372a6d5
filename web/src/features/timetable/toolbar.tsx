/** Which days are shown: a week on its dates with the ways to others, or the pattern with the weeks of its rotation. */
import { Trans, useLingui } from '@lingui/react/macro'
import clsx from 'clsx'
import { Button, DateField, Icon, SegmentedControl } from '@/ui'
import { IconButton } from '@/ui/button'
import { useIsNarrow } from './narrow'
import { weekLetter, weekName } from './words'

export type View = 'week' | 'pattern'

interface ToolbarProps {
  view: View
  hasDates: boolean
  onView: (view: View) => void
  /** The first day of the week that is shown. */
  date: string | undefined
  isThisWeek: boolean
  onStep: (weeks: -1 | 1) => void
  /** Undefined: this week. */
  onDate: (date: string | undefined) => void
  rotationWeek: number
  /** How many weeks have something on them or are in the rotation. */
  weeks: number
  onRotationWeek: (week: number) => void
  onAdd: () => void
}

export function Toolbar(props: ToolbarProps) {
  const { t } = useLingui()
  return (
    <div className="no-print mt-3.5 flex flex-wrap items-center gap-2 max-[40rem]:gap-1">
      {props.hasDates && (
        <SegmentedControl
          label={t`What is shown`}
          className="max-[40rem]:[&>label]:px-1.5"
          value={props.view}
          onChange={props.onView}
          choices={[
            { value: 'week', label: t`Dates` },
            { value: 'pattern', label: t`Pattern` },
          ]}
        />
      )}
      {props.view === 'week' ? <WeekWays {...props} /> : <RotationWeeks {...props} />}
      <Button
        variant="primary"
        icon="plus"
        onClick={props.onAdd}
        className="ml-auto max-[40rem]:min-w-11 max-[40rem]:px-0!"
      >
        <span className="max-[40rem]:sr-only">
          <Trans>New session</Trans>
        </span>
      </Button>
      {!props.hasDates && (
        <p className="w-full text-small text-ink-2">
          <Trans>Its dates come once it has been sent</Trans>
        </p>
      )}
    </div>
  )
}

function WeekWays({ date, isThisWeek, onStep, onDate }: ToolbarProps) {
  const { t } = useLingui()
  return (
    <div className="flex flex-wrap items-center gap-1 max-[40rem]:mx-auto max-[40rem]:gap-0">
      <IconButton icon="previous" label={t`The week before`} onClick={() => onStep(-1)} />
      <WeekOfDay date={date} isThisWeek={isThisWeek} onDate={onDate} />
      <IconButton icon="next" label={t`The week after`} onClick={() => onStep(1)} />
      {!isThisWeek && <IconButton icon="sun" label={t`This week`} framed onClick={() => onDate(undefined)} />}
    </div>
  )
}

/** Unseen over an icon, and wherever it is pressed it opens the calendar. */
const COVERING =
  'absolute inset-0 h-full! cursor-pointer p-0! opacity-0 [&::-webkit-calendar-picker-indicator]:absolute [&::-webkit-calendar-picker-indicator]:inset-0 [&::-webkit-calendar-picker-indicator]:size-full'

/** The browser's own field for a date; on narrow pages, where the days below have their dates, only what opens it. */
function WeekOfDay({ date, isThisWeek, onDate }: Pick<ToolbarProps, 'date' | 'isThisWeek' | 'onDate'>) {
  const { t } = useLingui()
  const isNarrow = useIsNarrow()
  const field = (className: string) => (
    <DateField
      aria-label={t`Week of this day`}
      value={date ?? ''}
      onChange={(event) => event.target.value && onDate(event.target.value)}
      className={className}
    />
  )
  if (!isNarrow) return field('w-38!')
  return (
    <span
      className={clsx(
        'relative grid size-11 flex-none place-items-center rounded-control text-ink-2 has-focus-visible:outline-2 has-focus-visible:outline-accent',
        // The narrowest have room for one of them: the way back.
        !isThisWeek && 'max-[24rem]:hidden',
      )}
    >
      <Icon name="calendar" size={19} />
      {field(COVERING)}
    </span>
  )
}

function RotationWeeks({ weeks, rotationWeek, onRotationWeek }: ToolbarProps) {
  const { t } = useLingui()
  const isNarrow = useIsNarrow()
  if (weeks < 2) return null
  const all = Array.from({ length: weeks }, (_, index) => index + 1)
  return (
    <SegmentedControl
      label={t`Week of the rotation`}
      value={String(rotationWeek)}
      onChange={(week) => onRotationWeek(Number(week))}
      choices={all.map((week) => ({
        value: String(week),
        label: weeks > 3 || isNarrow ? weekLetter(week) : weekName(week),
      }))}
    />
  )
}
