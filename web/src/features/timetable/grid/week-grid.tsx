/** The grid of a week: hours down, days across, sessions where they are; by mouse, finger and keyboard. */
import { DndContext } from '@dnd-kit/core'
import { useLingui } from '@lingui/react/macro'
import { type CSSProperties, useId, useMemo, useRef } from 'react'
import type { RoutineRead } from '@/api'
import { endMinutesOf, minutesOf } from '@/lib/wall-time'
import type { MenuItems } from '@/ui'
import { useMenu } from '@/ui/menu'
import { Axis, Bands } from './axis'
import type { Block, GridDay } from './blocks'
import { DayHead } from './day-head'
import { DaySurface } from './day-surface'
import { type Piece, type Place, piecesOf, type Stretch, shownHours, slotAt } from './geometry'
import './grid.css'
import { type KeyHandlers, useKeys } from './use-keys'
import { placeAt, type Surface, useMotion } from './use-motion'

export interface GridHandlers extends Omit<KeyHandlers, 'onMenu'> {
  onDraw: (place: Place) => void
  onOpen: (block: Block) => void
  menuOf: (block: Block) => MenuItems
  menuOfDay: (day: GridDay) => MenuItems
}

export interface GridProps extends GridHandlers {
  /** Names the grid, read aloud. */
  label: string
  days: readonly GridDay[]
  /** Blocks of these days, by column. */
  blocks: readonly Block[]
  routine: Pick<RoutineRead, 'day_starts' | 'day_ends' | 'session_minutes'>
  slots: RoutineRead['slots']
  /** Where something stands that is asked about: a session that is put down, or a new one. */
  asked: { place: Place; block?: Block | undefined } | undefined
  /** Pixels of a minute. */
  scale: number
  /** A single day has its name above the grid. */
  hasHeads: boolean
  /** What goes on past midnight from days that are not drawn, by column. */
  carried: readonly Piece<Block>[]
  /** The session that takes the focus as soon as it stands on the grid. */
  focusOn: string | undefined
  /** The column after another, for what goes on past midnight. */
  nextOf: (day: number) => number | undefined
}

interface SlotStretch extends Stretch {
  kind: RoutineRead['slots'][number]['kind']
}

export function WeekGrid(props: GridProps) {
  const { days, blocks, routine, scale, asked } = props
  const { t } = useLingui()
  const hintId = useId()
  const body = useRef<HTMLDivElement>(null)
  const slots = useMemo(() => stretches(props.slots), [props.slots])
  const breaks = slots.filter(({ kind }) => kind === 'break')
  const edges = useMemo(() => edgesOf(slots), [slots])
  const day = { starts: minutesOf(routine.day_starts), ends: endMinutesOf(routine.day_ends) }
  const { nextOf, carried } = props
  const still = useMemo(() => [...piecesOf(blocks, nextOf), ...carried], [blocks, nextOf, carried])
  const resting = shownHours(day, still)
  const surface: Surface = {
    scale,
    hours: resting,
    bounds: { days: days.length, edges, top: resting.starts },
    body,
  }
  const menu = useGridMenu(props.menuOf)
  const { motion, setMotion, drag } = useMotion(blocks, surface, {
    onPut: props.onPut,
    onDraw: props.onDraw,
    onHold: (block, at) => menu.openAt(block, at, body.current),
  })
  const keys = useKeys({
    ...props,
    breaks,
    bounds: surface.bounds,
    motion,
    setMotion,
    body,
    isCovered: asked !== undefined,
    onMenu: menu.openBy,
  })
  const ghost = motion ?? asked
  const ghosts = ghost ? piecesOf([{ ...ghost.place, block: ghost.block }], props.nextOf) : []
  const { starts, ends } = shownHours(day, [...still, ...ghosts])
  const hours = useMemo(() => ({ starts, ends }), [starts, ends])
  const onClick = (at: { x: number; y: number }) => {
    const found = placeAt(at, surface)
    if (found)
      props.onDraw(
        slotAt(
          found.day,
          found.starts,
          slots.filter(({ kind }) => kind === 'slot'),
          routine.session_minutes,
        ),
      )
  }
  const size = { '--columns': days.length, '--height': `${(hours.ends - hours.starts) * scale}px` }
  return (
    <section
      aria-label={props.label}
      className="timetable"
      data-heads={props.hasHeads}
      style={size as CSSProperties}
    >
      {props.hasHeads && (
        <div className="timetable-heads">
          {days.map((each) => (
            <DayHead key={each.weekday} day={each} items={props.menuOfDay(each)} />
          ))}
        </div>
      )}
      <div className="timetable-field">
        <Axis slots={slots} hours={hours} scale={scale} />
        <Bands slots={slots} hours={hours} scale={scale} />
        <DndContext {...drag} accessibility={silent}>
          <DaySurface
            body={body}
            days={days}
            pieces={still}
            ghosts={ghosts}
            moving={ghost?.block?.key}
            isHandling={motion?.by === 'hand'}
            hours={hours}
            scale={scale}
            stop={keys.stop}
            hintId={hintId}
            onClick={onClick}
            onOpen={props.onOpen}
            onRestore={props.onToggle}
            onMenu={menu.openAt}
            onKeyDown={keys.onKeyDown}
            onFocus={keys.onFocus}
            onBlur={keys.onBlur}
          />
        </DndContext>
      </div>
      <p id={hintId} hidden>
        {t`Enter opens it, space moves it, arrow keys go to others, full stop shows its menu.`}
      </p>
      <p aria-live="assertive" className="sr-only">
        {keys.said}
      </p>
      {menu.popup}
    </section>
  )
}

/** dnd-kit says nothing by itself: the keyboard has its own words, and hands see. */
const silent = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
  screenReaderInstructions: { draggable: '' },
}

const stretches = (slots: RoutineRead['slots']): SlotStretch[] =>
  slots.map(({ starts, ends, kind }) => ({ starts: minutesOf(starts), ends: endMinutesOf(ends), kind }))

const edgesOf = (slots: readonly Stretch[]) => [
  ...new Set(slots.flatMap(({ starts, ends }) => [starts, ends])),
]

/** One menu for all blocks, made when it is wanted. */
function useGridMenu(menuOf: GridProps['menuOf']) {
  const { t } = useLingui()
  const wanted = useRef<Block>(undefined)
  const menu = useMenu(t`What can be done with this session`, () =>
    Promise.resolve(wanted.current ? menuOf(wanted.current) : []),
  )
  const openAt = (block: Block, at: { x: number; y: number }, opener: HTMLElement | null) => {
    wanted.current = block
    if (opener) void menu.openAt(at, opener)
  }
  return {
    popup: menu.popup,
    openAt,
    openBy: (block: Block, opener: HTMLElement) => {
      const box = opener.getBoundingClientRect()
      openAt(block, { x: box.right, y: box.top + 4 }, opener)
    },
  }
}
