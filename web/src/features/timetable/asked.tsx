/** What is asked beside the grid: what a new session is, which dates a move is meant for. */
import type { RoutineRead } from '@/api'
import { DraftPopover } from './draft-popover'
import type { GridDay } from './grid/blocks'
import { ScopePopover } from './scope-popover'
import type { Asking, Editing } from './use-editing'

interface AskedProps {
  routine: RoutineRead
  days: readonly GridDay[]
  editing: Editing
  asked: Asking
  rotationWeek: number
}

export function Asked({ routine, days, editing, asked, rotationWeek }: AskedProps) {
  const { done } = editing
  const { block, place } = asked
  const key = `${place.day} ${place.starts} ${place.minutes}`
  const then = (run: () => void) => () => {
    done()
    run()
  }
  if (block)
    return (
      <ScopePopover
        key={key}
        block={block}
        place={place}
        days={days}
        onDate={then(() => editing.moveDate(block, place))}
        onSeries={then(() => editing.moveSeries(block, place))}
        onClose={done}
      />
    )
  return (
    <DraftPopover
      key={key}
      place={place}
      days={days}
      routine={routine}
      week={routine.rotation_weeks > 1 ? rotationWeek : null}
      onSave={(body) => then(() => editing.create(body))()}
      onMore={(body) => then(() => editing.openMore(body))()}
      onClose={done}
    />
  )
}
