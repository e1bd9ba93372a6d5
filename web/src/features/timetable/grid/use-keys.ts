/**
 * The keyboard on the grid. One session is the grid's stop for Tab; arrows go to others, Enter opens, Space picks up.
 * What was picked up moves with the arrows and is put down with Enter, or goes back with Escape.
 */
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { blockName, metWords, placeWords } from '../words'
import type { Block, GridDay } from './blocks'
import { type Bounds, type Place, type Stretch, samePlace } from './geometry'
import { metAt, neighbourOf, placeAfter } from './motion'
import { canMove, type Motion } from './use-motion'

export interface KeyHandlers {
  onPut: (block: Block, place: Place) => void
  onDelete: (block: Block) => void
  onDuplicate: (block: Block) => void
  /** Cancels what takes place, restores what is cancelled. */
  onToggle: (block: Block) => void
  onMenu: (block: Block, opener: HTMLElement) => void
}

interface KeysProps extends KeyHandlers {
  blocks: readonly Block[]
  days: readonly GridDay[]
  breaks: readonly Stretch[]
  bounds: Bounds
  motion: Motion | undefined
  setMotion: (motion: Motion | undefined) => void
  body: RefObject<HTMLElement | null>
  /** Something over the grid has the focus. */
  isCovered: boolean
  /** The session that takes the focus as soon as it stands on the grid. */
  focusOn: string | undefined
}

/** Focused again after it has gone to another column, where its element is a new one. */
interface Wanted {
  key: string
  sessionId: string
  /** Where it has to stand by then. */
  place?: Place
}

export function useKeys(props: KeysProps) {
  const { blocks, days, motion, setMotion, body, isCovered, focusOn } = props
  const { t } = useLingui()
  const [said, say] = useState('')
  const [active, setActive] = useState<string>()
  const wanted = useRef<Wanted>(undefined)
  /** What had the focus last. */
  const last = useRef<{ sessionId: string; face: Element | null }>(undefined)
  useEffect(() => {
    if (focusOn) wanted.current = { key: '', sessionId: focusOn }
  }, [focusOn])
  const stop = blocks.find(({ key }) => key === active) ?? firstOf(blocks)
  /** Where the focus goes when what had it is gone: deleted, in another column, in another week. */
  const leftBehind = () => {
    const lost = last.current
    const isFree = !isCovered && document.activeElement === document.body
    if (!lost || !isFree || lost.face?.isConnected) return undefined
    return blocks.find(({ sessionId }) => sessionId === lost.sessionId) ?? stop
  }
  useEffect(() => {
    const now = isCovered ? undefined : wanted.current
    const found = now ? blocks.find((block) => isWanted(block, now)) : leftBehind()
    const face = found && faceOf(body.current, found.key)
    if (!face) return
    face.focus()
    wanted.current = undefined
  })

  const tell = (block: Block, place: Place) => {
    const others = blocks.filter((other) => other.key !== block.key && other.state !== 'moved_away')
    const met = metWords(metAt(place, props.breaks, others))
    say(`${block.subject}, ${placeWords(place, days)}${met}`)
  }
  const pickUp = (block: Block) => {
    if (!canMove(block)) return say(blockName(block, days))
    const { day, starts, minutes } = block
    setMotion({ block, place: { day, starts, minutes }, by: 'keys' })
    say(t`${block.subject} picked up. Arrow keys move it, with Shift its end; Enter puts it down.`)
  }
  const putDown = ({ block, place }: Motion & { block: Block }) => {
    setMotion(undefined)
    wanted.current = { key: block.key, sessionId: block.sessionId, place }
    if (samePlace(place, block)) return say(t`${block.subject} stays where it was`)
    // The message that follows, or the question, says where it is now.
    say('')
    props.onPut(block, place)
  }
  const leave = ({ block }: Motion & { block: Block }) => {
    setMotion(undefined)
    say(t`${block.subject} stays where it was`)
  }
  const moveOn = (event: KeyboardEvent, moving: Motion & { block: Block }) => {
    if (event.key === 'Tab') return leave(moving)
    event.preventDefault()
    if (event.key === 'Escape') return leave(moving)
    if (event.key === 'Enter' || event.key === ' ') return putDown(moving)
    const next = placeAfter(moving.place, event, props.bounds)
    if (!next) return
    setMotion({ block: moving.block, place: next, by: 'keys' })
    tell(moving.block, next)
  }
  const goTo = (next: Block) => {
    wanted.current = { key: next.key, sessionId: next.sessionId }
    setActive(next.key)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, block: Block) => {
    if (event.ctrlKey || event.metaKey) return
    wanted.current = undefined
    if (motion?.by === 'keys' && motion.block) moveOn(event, { ...motion, block: motion.block })
    else if (!event.altKey) act(event, block)
  }
  const act = (event: KeyboardEvent<HTMLElement>, block: Block) => {
    const next = neighbourOf(blocks, block, event.key)
    const run = next ? () => goTo(next) : actionOf(event, block, { ...props, pickUp })
    if (run || event.key.startsWith('Arrow')) event.preventDefault()
    run?.()
  }
  return {
    said,
    say,
    stop: stop?.key,
    onKeyDown,
    onFocus: (block: Block) => {
      last.current = { sessionId: block.sessionId, face: document.activeElement }
      setActive(block.key)
    },
    /** What was picked up and is left behind stays where it was. */
    onBlur: () => motion?.by === 'keys' && setMotion(undefined),
  }
}

const firstOf = (blocks: readonly Block[]) =>
  blocks.toSorted((a, b) => a.day - b.day || a.starts - b.starts)[0]

/** In another week a date has another key, and is the same session. */
const isWanted = (block: Block, { key, sessionId, place }: Wanted) =>
  place
    ? block.sessionId === sessionId && samePlace(block, place) && block.state !== 'moved_away'
    : key
      ? block.key === key
      : block.sessionId === sessionId

const faceOf = (body: HTMLElement | null, key: string) =>
  body?.querySelector<HTMLElement>(`[data-face="${CSS.escape(key)}"]`)

function actionOf(
  { key, currentTarget }: KeyboardEvent<HTMLElement>,
  block: Block,
  { pickUp, onDelete, onDuplicate, onToggle, onMenu }: KeyHandlers & { pickUp: (block: Block) => void },
): (() => void) | undefined {
  switch (key) {
    case ' ':
    case 'm':
      return () => pickUp(block)
    case 'd':
      return () => onDuplicate(block)
    case 'x':
      return () => onToggle(block)
    case 'Delete':
    case 'Backspace':
      return () => onDelete(block)
    case '.':
      return () => onMenu(block, currentTarget)
    default:
      return undefined
  }
}
