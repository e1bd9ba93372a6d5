/** What is being done on the grid: what was put down and is asked about, what is drawn, cancelled, focused next. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { RoutineRead, SessionCreate, SessionRead } from '@/api'
import { wallTime } from '@/lib/wall-time'
import type { MenuItems } from '@/ui'
import type { SessionActions } from './actions'
import type { Board } from './board'
import { freePlace } from './free-place'
import type { Block, GridDay } from './grid/blocks'
import { endOf, type Place } from './grid/geometry'
import { bodyOf, dateMove, seriesMove } from './moves'
import type { TimetableSearch } from './page'
import { useSessionMenu, useToggle } from './session-menu'
import { dayWords, placeWords } from './words'

interface EditingProps {
  routine: RoutineRead
  board: Board
  actions: SessionActions
  today: string | undefined
  open: (to: TimetableSearch) => void
  rotationWeek: number
  /** Real dates are shown, not the pattern. */
  isWeek: boolean
}

/** What stands on the grid and is asked about: a session that was moved, or without `block` a new one. */
export interface Asking {
  place: Place
  block?: Block | undefined
}

export type Editing = ReturnType<typeof useEditing>

export function useEditing({ routine, board, actions, today, open, rotationWeek, isWeek }: EditingProps) {
  const { t } = useLingui()
  const [asked, ask] = useState<Asking>()
  const [cancelled, setCancelled] = useState<Block>()
  const [more, setMore] = useState<SessionCreate>()
  const [focusOn, setFocusOn] = useState<string>()
  const { shown } = board
  const sessionOf = (block: Block) => routine.sessions.find(({ id }) => id === block.sessionId)
  const dayOf = (place: Place) => shown[place.day] as GridDay
  const placed = (block: Block, place: Place) => `${block.subject}: ${placeWords(place, shown)}`

  const moveSeries = (block: Block, place: Place) => {
    const session = sessionOf(block)
    if (session) actions.update(session, seriesMove(session, place, dayOf(place)), placed(block, place))
  }
  const moveDate = (block: Block, place: Place) => {
    const session = sessionOf(block)
    const on = dayOf(place).date
    if (!session || !block.plannedOn || !on) return
    const { write, back } = dateMove(session, block.plannedOn, place, on)
    actions.write(session, write, back, placed(block, place))
  }
  const onPut = (block: Block, place: Place) => {
    if (block.plannedOn === null) moveSeries(block, place)
    // A date that was moved by itself is moved on by itself.
    else if (block.state === 'moved_here') moveDate(block, place)
    else ask({ block, place })
  }
  const duplicate = (block: Block) => {
    const session = sessionOf(block)
    if (session) setFocusOn(actions.create(copyAfter(session, block, board)))
  }
  const cancelWithReason = (block: Block) => setCancelled(block)
  const onOpen = ({ sessionId, plannedOn }: Block) =>
    open({ session: sessionId, ...(plannedOn && { on: plannedOn }) })
  const toggle = useToggle(routine, actions)
  const menuOf = useSessionMenu({
    routine,
    actions,
    today,
    onOpen,
    onDuplicate: duplicate,
    onCancel: cancelWithReason,
  })
  const rotates = routine.rotation_weeks > 1
  const menuOfDay = (day: GridDay): MenuItems =>
    board.days
      .filter(({ weekday }) => weekday !== day.weekday)
      .map((to) => {
        const name = dayWords({ weekday: to.weekday, date: null })
        const week = rotates && !isWeek ? rotationWeek : null
        return {
          label: t`Copy to ${name}`,
          icon: 'copy' as const,
          disabled: board.countOf(day) === 0,
          onSelect: () =>
            actions.copyDay(routine.sessions, { weekday: day.weekday, week }, { weekday: to.weekday, week }),
        }
      })
  return {
    asked,
    cancelled,
    more,
    focusOn,
    menuOfDay,
    moveDate,
    moveSeries,
    create: (body: SessionCreate) => setFocusOn(actions.create(body)),
    add: () => ask({ place: freePlace(board, routine) }),
    openMore: setMore,
    done: () => ask(undefined),
    doneCancelling: () => setCancelled(undefined),
    doneMore: () => setMore(undefined),
    handlers: {
      onPut,
      onDraw: (place: Place) => ask({ place }),
      onOpen,
      onDuplicate: duplicate,
      onToggle: toggle,
      onDelete: (block: Block) => {
        const session = sessionOf(block)
        if (session) actions.remove(session)
      },
      menuOf,
      menuOfDay,
    },
  }
}

/** Right after it on the same day, or at the same time on the day after where the day is over. */
function copyAfter(session: SessionRead, block: Block, { shown }: Board): SessionCreate {
  const ends = endOf(block)
  const isSameDay = ends < 1440
  const next = shown[block.day + 1] ?? shown[block.day]
  return {
    ...bodyOf(session),
    ...(isSameDay ? { starts: wallTime(ends) } : { weekday: next?.weekday ?? session.weekday }),
  }
}
