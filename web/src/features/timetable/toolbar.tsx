/** Which days are shown: a week on its dates with the ways to others, or the pattern with the weeks of its rotation. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, DateField, MenuButton, SegmentedControl } from '@/ui'
import { IconButton } from '@/ui/button'
import type { RowMenu } from '@/ui/menu'
import { weekLetter, weekName } from './words'

export type View = 'week' | 'pattern'

interface ToolbarProps {
  view: View
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
  /** Where a single day is drawn without a head of its own. */
  dayMenu: RowMenu | undefined
}

export function Toolbar(props: ToolbarProps) {
  const { t } = useLingui()
  return (
    <div className="no-print mt-3.5 flex flex-wrap items-center gap-2">
      <SegmentedControl
        label={t`What is shown`}
        value={props.view}
        onChange={props.onView}
        choices={[
          { value: 'week', label: t`Dates` },
          { value: 'pattern', label: t`Pattern` },
        ]}
      />
      {props.view === 'week' ? <WeekWays {...props} /> : <RotationWeeks {...props} />}
      <div className="ml-auto flex items-center gap-1">
        {props.dayMenu && <MenuButton icon="copy" {...props.dayMenu} />}
        <Button
          variant="primary"
          icon="plus"
          onClick={props.onAdd}
          className="max-[40rem]:min-w-11 max-[40rem]:px-0!"
        >
          <span className="max-[40rem]:sr-only">
            <Trans>New session</Trans>
          </span>
        </Button>
      </div>
    </div>
  )
}

function WeekWays({ date, isThisWeek, onStep, onDate }: ToolbarProps) {
  const { t } = useLingui()
  return (
    <div className="flex items-center gap-1 max-[40rem]:order-last max-[40rem]:w-full max-[40rem]:justify-between">
      <IconButton icon="previous" label={t`The week before`} onClick={() => onStep(-1)} />
      <DateField
        aria-label={t`Week of this day`}
        value={date ?? ''}
        onChange={(event) => event.target.value && onDate(event.target.value)}
        className="w-38!"
      />
      <IconButton icon="next" label={t`The week after`} onClick={() => onStep(1)} />
      {!isThisWeek && <IconButton icon="sun" label={t`This week`} framed onClick={() => onDate(undefined)} />}
    </div>
  )
}

function RotationWeeks({ weeks, rotationWeek, onRotationWeek }: ToolbarProps) {
  const { t } = useLingui()
  if (weeks < 2) return null
  const all = Array.from({ length: weeks }, (_, index) => index + 1)
  return (
    <SegmentedControl
      label={t`Week of the rotation`}
      value={String(rotationWeek)}
      onChange={(week) => onRotationWeek(Number(week))}
      choices={all.map((week) => ({
        value: String(week),
        label: weeks > 3 ? weekLetter(week) : weekName(week),
      }))}
    />
  )
}
