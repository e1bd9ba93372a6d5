import { describe, expect, it } from 'vitest'
import { isSingleKey, isTaken, match, showKeys, strokeOf } from './shortcuts'

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('a stroke', () => {
  it('is Ctrl on most machines and Cmd on Apple ones', () => {
    expect(strokeOf(press('k', { ctrlKey: true }), false)).toBe('mod+k')
    expect(strokeOf(press('k', { metaKey: true }), true)).toBe('mod+k')
    expect(strokeOf(press('k', { ctrlKey: true }), true)).toBe('k')
  })

  it('is the character, however it is typed on the keyboard', () => {
    expect(strokeOf(press('?'), false)).toBe('?')
    expect(strokeOf(press('G', { shiftKey: true }), false)).toBe('g')
  })

  it('names shift where it tells two of them apart', () => {
    expect(strokeOf(press('z', { ctrlKey: true }), false)).toBe('mod+z')
    expect(strokeOf(press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('mod+shift+z')
    expect(showKeys('mod+shift+z', false)).toEqual([['Ctrl', 'Shift', 'Z']])
  })
})

describe('keys', () => {
  it.each([
    ['g t', ['g'], 'partial'],
    ['g t', ['g', 't'], 'full'],
    ['g t', ['t'], 'none'],
    ['?', ['?'], 'full'],
    ['?', ['?', '?'], 'none'],
  ] as const)('%s after %s match: %s', (keys, strokes, expected) => {
    expect(match(keys, strokes)).toBe(expected)
  })

  it('are shown as they are printed', () => {
    expect(showKeys('mod+k', false)).toEqual([['Ctrl', 'K']])
    expect(showKeys('mod+k', true)).toEqual([['⌘', 'K']])
    expect(showKeys('g t', false)).toEqual([['G'], ['T']])
  })

  it('without a modifier can be typed by accident', () => {
    expect(isSingleKey('g t')).toBe(true)
    expect(isSingleKey('mod+k')).toBe(false)
  })
})

describe('typing', () => {
  it('keeps single keys for the field, and all keys for an open dialog', () => {
    document.body.innerHTML =
      '<input id="a"><button id="b"></button><div role="dialog"><button id="c"></button></div>'
    const at = (id: string) => document.getElementById(id)
    expect(isTaken(at('a'), true)).toBe(true)
    expect(isTaken(at('a'), false)).toBe(false)
    expect(isTaken(at('b'), true)).toBe(false)
    expect(isTaken(at('c'), false)).toBe(true)
  })
})
