/** What can be done from the palette and by keys. Features register commands while mounted; the newest wins a key. */
import { useEffect, useSyncExternalStore } from 'react'
import type { IconName } from '@/ui'
import { isSingleKey, isTaken, match, SEQUENCE_MS, strokeOf } from './shortcuts'
import { readChoice, writeChoice } from './storage'

export interface Command {
  id: string
  /** Translated; a verb first: "Go to habits". */
  title: string
  /** Translated; commands of one group stand together. */
  group: string
  icon?: IconName
  /** Other words that should find it. */
  keywords?: string[]
  /** As in src/lib/shortcuts.ts: `mod+k`, `g t`, `?`. */
  keys?: string
  /** Other keys that do the same, and are not shown. */
  alsoKeys?: string
  /** In the cheat sheet but not in the palette. */
  keysOnly?: boolean
  /** Only told there: what has the focus listens for the keys itself. */
  isTold?: boolean
  run: () => void
}

let commands: readonly Command[] = []
const listeners = new Set<() => void>()
const sets = new Set<readonly Command[]>()

function rebuild() {
  commands = [...sets].flat()
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Offer these commands while the component is mounted. Pass a list made with `useMemo`. */
export function useCommands(own: readonly Command[]): void {
  useEffect(() => {
    sets.add(own)
    rebuild()
    return () => {
      sets.delete(own)
      rebuild()
    }
  }, [own])
}

export const useAllCommands = (): readonly Command[] => useSyncExternalStore(subscribe, () => commands)

/** Do what is offered under this id, if it is offered now. */
export const runCommand = (id: string): void => commands.findLast((command) => command.id === id)?.run()

export const singleKeysOn = (): boolean => readChoice('single-keys') !== 'off'
export const setSingleKeys = (on: boolean): void => writeChoice('single-keys', on ? null : 'off')

/** Listen for the keys of all commands. Answers a function that stops it. */
export function startShortcuts(): () => void {
  let strokes: string[] = []
  let last = 0
  const onKey = (event: KeyboardEvent) => {
    if (
      event.defaultPrevented ||
      event.isComposing ||
      ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)
    )
      return
    strokes = event.timeStamp - last > SEQUENCE_MS ? [] : strokes
    last = event.timeStamp
    strokes = pursue([...strokes, strokeOf(event)], event)
  }
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}

/** Run the command that the strokes complete; answer the strokes that may still become one. */
function pursue(strokes: string[], event: KeyboardEvent): string[] {
  const able = commands
    .flatMap(({ keys, alsoKeys, isTold, run }) =>
      (isTold ? [] : [keys, alsoKeys]).map((own) => ({ keys: own, run })),
    )
    .filter(({ keys = '' }) => keys && isAble(keys, event.target))
  const full = able.findLast(({ keys = '' }) => match(keys, strokes) === 'full')
  if (full) {
    event.preventDefault()
    full.run()
    return []
  }
  if (able.some(({ keys = '' }) => match(keys, strokes) === 'partial')) return strokes
  return strokes.length > 1 ? pursue(strokes.slice(-1), event) : []
}

/** What is typed has an undo of its own. */
const OF_TYPING = new Set(['mod+z', 'mod+shift+z', 'mod+y'])

const isAble = (keys: string, target: EventTarget | null): boolean =>
  !isTaken(target, isSingleKey(keys) || OF_TYPING.has(keys)) && (singleKeysOn() || !isSingleKey(keys))
