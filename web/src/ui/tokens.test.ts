import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { inkOn } from './mark'

const css = fs.readFileSync(path.resolve(import.meta.dirname, 'tokens.css'), 'utf8')
const [light = '', dark = ''] = css.split('[data-theme="dark"]')
const tokens = (block: string) =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
  )
const themes: Record<string, Record<string, string | undefined>> = {
  light: tokens(light),
  dark: tokens(dark),
}

/** Contrast ratio of WCAG 2.2, 1 to 21. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, bl = 0] = [1, 3, 5].map((from) => {
      const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl
  }
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['paper', 'leaf', 'sunk']
const onEveryGround = (...names: string[]) =>
  names.flatMap((name) => grounds.map((ground) => [name, ground] as const))
const texts = [
  ...onEveryGround('ink', 'ink-2', 'ink-3', 'accent', 'ok', 'warn', 'bad'),
  ['ok', 'ok-soft'],
  ['warn', 'warn-soft'],
  ['bad', 'bad-soft'],
  ['accent', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-deep'],
  ['paper', 'ink'],
] as const
const drawings = onEveryGround('edge', 'accent', 'blue', 'plum', 'moss', 'ochre')

describe.each(Object.keys(themes))('the %s palette', (theme) => {
  const value = (name: string) => {
    const found = themes[theme]?.[name]
    if (!found) throw new Error(`no token ${name}`)
    return found
  }

  it.each(texts)('lets %s be read on %s', (text, ground) => {
    expect(contrast(value(text), value(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(drawings)('lets %s be seen on %s', (drawing, ground) => {
    expect(contrast(value(drawing), value(ground))).toBeGreaterThanOrEqual(3)
  })

  it('has the same tokens as the other', () => {
    expect(Object.keys(themes[theme] ?? {})).toEqual(Object.keys(themes.light ?? {}))
  })
})

it('draws a tick that can be seen on any theme colour', () => {
  const steps = ['00', '33', '66', '99', 'cc', 'ff']
  const colours = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)))
  for (const colour of colours) expect(contrast(inkOn(colour), colour)).toBeGreaterThanOrEqual(3)
})
