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

export function BlockFace({ piece: { block, isContinued }, height, canRestore }: FaceProps) {
  const state = stateWords(block)
  const warnings = warningsInWords(block.warnings)
  const quiet = takesPlace(block) ? [state, block.location].filter(Boolean).join(' · ') : state
  // The button's name says all of it.
  return (
    <span aria-hidden="true" className="contents">
      <span className={clsx('timetable-subject', canRestore && height >= 44 && 'pr-8')}>
        {block.kind === 'task' && <span className="timetable-task" data-done={block.isDone || undefined} />}
        <strong className={clsx(height >= THREE_LINES ? 'line-clamp-2' : 'truncate')}>{block.subject}</strong>
        {height < TWO_LINES && !isContinued && <span className="timetable-line">{clock(block.starts)}</span>}
        {warnings.length > 0 && (
          <span
            className="timetable-warning"
            data-low={height >= TWO_LINES || undefined}
            title={warnings.join('\n')}
          >
            <Icon name="warning" size={14} />
          </span>
        )}
        {block.isWaiting && <Icon name="offline" size={14} className="text-ink-2" />}
      </span>
      {height >= TWO_LINES && !isContinued && <span className="timetable-line">{timeSpan(block)}</span>}
      {height >= THREE_LINES && quiet && (
        <span className={clsx('timetable-line', state && 'timetable-state')}>{quiet}</span>
      )}
    </span>
  )
}
