/** What a block shows of its session: as much as there is room for, the subject first. */
import clsx from 'clsx'
import { Icon } from '@/ui'
import { clock, stateWords, timeSpan, warningsInWords } from '../words'
import { type Block, takesPlace } from './blocks'
import type { Piece } from './geometry'

interface FaceProps {
  piece: Piece<Block>
  height: number
  canRestore: boolean
}

/** From how many pixels on a block has a second and a third line. */
const TWO_LINES = 38
const THREE_LINES = 56
/** From how many on the button that restores stands beside the subject. */
const BUTTON = 44

const joined = (...parts: (string | false)[]) => parts.filter(Boolean).join(' · ')

export function BlockFace({ piece: { block, isContinued }, height, canRestore }: FaceProps) {
  const state = stateWords(block)
  const quiet = joined(state, takesPlace(block) && block.location)
  const isHigh = height >= THREE_LINES
  // The button's name says all of it.
  return (
    <span aria-hidden="true" className="contents">
      <span className={clsx('timetable-subject', canRestore && height >= BUTTON && 'pr-8')}>
        {block.kind === 'task' && <span className="timetable-task" data-done={block.isDone || undefined} />}
        <strong className={isHigh ? 'line-clamp-2' : 'truncate'}>{block.subject}</strong>
        {height < TWO_LINES && !isContinued && <span className="timetable-line">{clock(block.starts)}</span>}
        <Marks block={block} isLow={height >= TWO_LINES} />
      </span>
      {height >= TWO_LINES && !isContinued && (
        <span className="timetable-line">{joined(timeSpan(block), !isHigh && quiet)}</span>
      )}
      {isHigh && quiet && (
        <span title={quiet} className={clsx('timetable-line', state && 'timetable-state')}>
          {quiet}
        </span>
      )}
    </span>
  )
}

/** That it meets something, and that the server has not heard of it. */
function Marks({ block, isLow }: { block: Block; isLow: boolean }) {
  const warnings = warningsInWords(block.warnings)
  return (
    <>
      {warnings.length > 0 && (
        <span className="timetable-warning" data-low={isLow || undefined} title={warnings.join('\n')}>
          <Icon name="warning" size={14} />
        </span>
      )}
      {block.isWaiting && <Icon name="offline" size={14} className="text-ink-2" />}
    </>
  )
}
