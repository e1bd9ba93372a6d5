/** A session on the grid: a button with its name, edges to stretch it by, and its menu. */
import { useLingui } from '@lingui/react/macro'
import { type CSSProperties, memo } from 'react'
import { useMarkColor } from '@/lib/themes'
import { Icon } from '@/ui'
import { blockName } from '../words'
import { BlockFace } from './block-face'
import type { Block } from './blocks'
import type { BlockHandlers, SurfaceProps } from './day-surface'
import type { Piece } from './geometry'
import type { Lane } from './lanes'
import { canMove } from './use-motion'

interface BlockProps extends Pick<SurfaceProps, 'days' | 'hours' | 'scale' | 'hintId'> {
  piece: Piece<Block>
  lane: Lane
  isMoving: boolean
  isStop: boolean
  handlers: BlockHandlers
}

/** Controls of a block are shown where a finger has room for them. */
const ROOM_PX = 44

/** Below this one line in smaller type is all there is room for. */
const SMALL_PX = 24

/** Hundreds of them stand still while one is moved: each is drawn only when something of it changes. */
export const SessionBlock = memo(function SessionBlock(props: BlockProps) {
  const { piece, lane, isMoving, isStop, handlers } = props
  const { t } = useLingui()
  const { block, isContinued, goesOn } = piece
  const color = useMarkColor(block)
  const height = (piece.ends - piece.starts) * props.scale
  const style = {
    '--c': color,
    top: `${(piece.starts - props.hours.starts) * props.scale}px`,
    height: `${height}px`,
    left: `${(100 * lane.index) / lane.of}%`,
    width: `${100 / lane.of}%`,
  } as CSSProperties
  const canRestore = block.state === 'cancelled' && block.scope !== 'holiday' && !isContinued
  return (
    <li
      className="timetable-block"
      data-block={block.key}
      data-state={block.state}
      data-waiting={block.isWaiting || undefined}
      data-moving={isMoving || undefined}
      data-small={height < SMALL_PX || undefined}
      style={style}
    >
      <button
        type="button"
        data-face={isContinued ? undefined : block.key}
        tabIndex={isStop && !isContinued ? 0 : -1}
        aria-describedby={props.hintId}
        className="timetable-face"
        onClick={() => handlers.onOpen(block)}
        onKeyDown={(event) => handlers.onKeyDown(event, block)}
        onFocus={() => handlers.onFocus(block)}
        onBlur={handlers.onBlur}
        onContextMenu={(event) => {
          event.preventDefault()
          // A finger that holds takes the session up instead.
          const { pointerType } = event.nativeEvent as unknown as PointerEvent
          if (pointerType !== 'touch')
            handlers.onMenu(block, { x: event.clientX, y: event.clientY }, event.currentTarget)
        }}
      >
        <span className="sr-only">
          {isContinued ? t`${block.subject}, from the day before` : blockName(block, props.days)}
        </span>
        <BlockFace piece={piece} height={height} canRestore={canRestore} />
      </button>
      {canMove(block) && !isContinued && (
        <span aria-hidden="true" data-grip="start" className="timetable-grip" />
      )}
      {canMove(block) && !(goesOn && !isContinued) && (
        <span aria-hidden="true" data-grip="end" className="timetable-grip" />
      )}
      {canRestore && height >= ROOM_PX && (
        <button
          type="button"
          data-still
          title={t`Restore`}
          aria-label={t`Restore ${block.subject}`}
          className="timetable-restore"
          onClick={() => handlers.onRestore(block)}
        >
          <Icon name="undo" size={17} />
        </button>
      )}
    </li>
  )
})
