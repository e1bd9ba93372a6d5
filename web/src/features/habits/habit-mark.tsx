/** Today's mark of a habit: tick in place, or a ring that opens the day where there is an amount to say. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { HabitRead } from '@/api'
import { useMarkColor } from '@/lib/themes'
import { useTodayDate } from '@/lib/today'
import { Mark, type MarkState } from '@/ui'
import { DayPopover } from './day-popover'
import { useRecord, writtenToday } from './record'

const marks: Partial<Record<HabitRead['state_today'], MarkState>> = {
  done: 'done',
  extra: 'done',
  skipped: 'skipped',
  missed: 'missed',
}

export const markOf = (state: HabitRead['state_today']): MarkState => marks[state] ?? 'open'

export function HabitMark({ habit }: { habit: HabitRead }) {
  const { t } = useLingui()
  const today = useTodayDate()
  const record = useRecord()
  const [anchor, setAnchor] = useState<DOMRect>()
  const measured = habit.kind === 'measure'
  const state = markOf(habit.state_today)
  const tick = () => {
    if (!today) return
    const before = writtenToday(habit)
    const write = state === 'done' ? null : { status: 'done' as const, note: habit.note_today }
    void record({ habit, date: today, write, before })
  }
  const mark = (
    <Mark
      shape={measured ? 'ring' : 'round'}
      state={state}
      color={useMarkColor(habit)}
      amount={measured && habit.target ? (habit.amount_today ?? 0) / habit.target : 0}
      label={measured ? t`${habit.name}: amount of today` : t`${habit.name}: done today`}
      {...(!habit.is_archived && !measured && { onToggle: tick })}
    />
  )
  if (!measured || habit.is_archived) return mark
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={t`${habit.name}: record today`}
        onClick={(event) => setAnchor(event.currentTarget.getBoundingClientRect())}
        className="rounded-control"
      >
        {mark}
      </button>
      {anchor && today && (
        <DayPopover
          habit={habit}
          date={today}
          anchor={anchor}
          before={writtenToday(habit)}
          state={habit.state_today}
          onClose={() => setAnchor(undefined)}
        />
      )}
    </>
  )
}
