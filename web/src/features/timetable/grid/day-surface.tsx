/** The days side by side with what stands on them: one surface that is dragged upon. */
import { useDraggable } from '@dnd-kit/core'
import clsx from 'clsx'
import { type KeyboardEvent, type MouseEvent, type RefObject, type TouchEvent, useMemo, useRef } from 'react'
import { dayWords } from '../words'
import type { Block, GridDay } from './blocks'
import type { Piece, Place, Stretch } from './geometry'
import { Ghost } from './ghost'
import { type Lane, lanesOf } from './lanes'
import { NowLine } from './now-line'
import { SessionBlock } from './session-block'
import { useSteady } from './steady'

/** What is done to a block. */
export interface BlockHandlers {
  onOpen: (block: Block) => void
  onRestore: (block: Block) => void
  onMenu: (block: Block, at: { x: number; y: number }, opener: HTMLElement) => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>, block: Block) => void
  onFocus: (block: Block) => void
  onBlur: () => void
}

type GhostPiece = Piece<Place & { block?: Block | undefined }>

export interface SurfaceProps extends BlockHandlers {
  body: RefObject<HTMLDivElement | null>
  days: readonly GridDay[]
  pieces: readonly Piece<Block>[]
  ghosts: readonly GhostPiece[]
  /** The key of what moves: it is shown faint where it was. */
  moving: string | undefined
  isHandling: boolean
  hours: Stretch
  scale: number
  /** The key of the grid's stop for Tab. */
  stop: string | undefined
  hintId: string
  onClick: (at: { x: number; y: number }) => void
}

/** What has a meaning of its own is not taken hold of. */
const isStill = (target: EventTarget) => target instanceof Element && target.closest('[data-still]') !== null

const isEmpty = (target: EventTarget) =>
  target instanceof Element && !target.closest('[data-block], [data-still]')

/** A hand that wanders further has not clicked. */
const CLICK_PX = 5

export function DaySurface(props: SurfaceProps) {
  const { body, days, isHandling } = props
  const handlers = useSteady(props)
  const { setNodeRef, listeners } = useDraggable({ id: 'timetable' })
  const attach = (element: HTMLDivElement | null) => {
    body.current = element
    setNodeRef(element)
  }
  const pressed = useRef<{ x: number; y: number }>(undefined)
  const press = (event: MouseEvent) => {
    pressed.current = isEmpty(event.target) ? { x: event.clientX, y: event.clientY } : undefined
    take('onMouseDown')(event)
  }
  const click = (event: MouseEvent) => {
    const { pointerType } = event.nativeEvent as PointerEvent
    // What was dragged and given up ends in a click as well.
    const at = { x: event.clientX, y: event.clientY }
    const from = pressed.current
    const isMeant = from && Math.hypot(at.x - from.x, at.y - from.y) < CLICK_PX && isEmpty(event.target)
    if (isMeant && pointerType !== 'touch') props.onClick(at)
  }
  const take = (name: 'onMouseDown' | 'onTouchStart') => (event: MouseEvent | TouchEvent) => {
    if (!isStill(event.target)) listeners?.[name]?.(event)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the keyboard adds a session by its own key and by the button of the page
    <div
      ref={attach}
      className={clsx('timetable-days', isHandling && 'timetable-handling')}
      onMouseDown={press}
      onTouchStart={take('onTouchStart')}
      onClick={click}
    >
      {days.map((day, column) => (
        <Day key={day.weekday} day={day} column={column} handlers={handlers} {...props} />
      ))}
    </div>
  )
}

function Day({
  day,
  column,
  ...props
}: SurfaceProps & { day: GridDay; column: number; handlers: BlockHandlers }) {
  const { hours, scale } = props
  const { days, hintId, handlers } = props
  const { pieces, lanes } = useMemo(() => {
    const own = props.pieces.filter((piece) => piece.day === column)
    return { pieces: own, lanes: lanesOf(own) }
  }, [props.pieces, column])
  return (
    <div
      className={clsx(
        'timetable-day',
        day.isToday && 'timetable-today',
        (day.holiday !== null || !day.inForce) && 'timetable-off',
      )}
    >
      <ul aria-label={dayWords(day)}>
        {pieces.map((piece, index) => (
          <SessionBlock
            key={`${piece.block.key}${piece.isContinued ? ' on' : ''}`}
            piece={piece}
            lane={lanes[index] as Lane}
            isMoving={piece.block.key === props.moving}
            isStop={piece.block.key === props.stop}
            {...{ days, hours, scale, hintId, handlers }}
          />
        ))}
      </ul>
      {props.ghosts
        .filter((ghost) => ghost.day === column)
        .map((ghost) => (
          <Ghost
            key={String(ghost.isContinued)}
            piece={ghost}
            hours={hours}
            scale={scale}
            isByHand={props.isHandling}
          />
        ))}
      <NowLine date={day.date} hours={hours} scale={scale} />
    </div>
  )
}
