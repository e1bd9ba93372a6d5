/**
 * Keyboard shortcuts as text: strokes parted by spaces (`g t`), a stroke being modifiers and a key (`mod+k`, `?`).
 * `mod` is Cmd on Apple machines and Ctrl elsewhere. Pure matching; src/lib/commands.ts holds what they do.
 */
export const SEQUENCE_MS = 1200

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

export const isApple = (platform: string = navigator.platform): boolean => /Mac|iPhone|iPad/.test(platform)

/** One key press as a stroke. Shift is part of the character, and named only where a modifier is held too. */
export function strokeOf(event: KeyPress, apple = isApple()): string {
  const mod = apple ? event.metaKey : event.ctrlKey
  const isLetter = /^\p{L}$/u.test(event.key)
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return `${mod ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${mod && isLetter && event.shiftKey ? 'shift+' : ''}${key}`
}

export type Match = 'none' | 'partial' | 'full'

/** How far the strokes so far go towards the keys. */
export function match(keys: string, strokes: readonly string[]): Match {
  const wanted = keys.split(' ')
  if (strokes.length > wanted.length) return 'none'
  if (!strokes.every((stroke, i) => stroke === wanted[i])) return 'none'
  return strokes.length === wanted.length ? 'full' : 'partial'
}

/** Without a modifier a shortcut could be typed by accident, so these can be switched off (WCAG 2.1.4). */
export const isSingleKey = (keys: string): boolean => !/(mod|alt)\+/.test(keys)

/** The keys for showing, one list per stroke: `mod+k` → `[['Ctrl', 'K']]`. */
export function showKeys(keys: string, apple = isApple()): string[][] {
  const names: Record<string, string> = {
    mod: apple ? '⌘' : 'Ctrl',
    alt: apple ? '⌥' : 'Alt',
    shift: apple ? '⇧' : 'Shift',
    Delete: apple ? '⌦' : 'Del',
    Enter: '↵',
    Escape: 'Esc',
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
  }
  return keys
    .split(' ')
    .map((stroke) =>
      stroke.split('+').map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part)),
    )
}

const TYPING =
  'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]'

/** True while a stroke belongs to what has the focus: a text field, an open menu or a dialog. */
export function isTaken(target: EventTarget | null, single: boolean): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[role=menu], [role=dialog], [role=alertdialog]')) return true
  return single && target.closest(TYPING) !== null
}
