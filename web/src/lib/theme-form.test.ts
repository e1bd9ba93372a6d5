import { describe, expect, it } from 'vitest'
import { swatches } from './palette'
import { freeColor, remainingOf } from './theme-form'

describe('a theme', () => {
  it.each([
    ['', 24],
    ['  Garden ', 18],
    ['A name that is far too long', -3],
    ['🌷'.repeat(24), 0],
    ['Gru\u0308n', 20],
  ])('named %j has room for %d more characters, as the server counts them', (name, left) =>
    expect(remainingOf(name)).toBe(left),
  )

  it('begins with a colour that no other has, as long as there is one', () => {
    const [first, second] = swatches
    expect(freeColor([])).toBe(first?.hex)
    expect(freeColor([{ color: first?.hex.toLowerCase() ?? '' }])).toBe(second?.hex)
    expect(freeColor(swatches.map(({ hex }) => ({ color: hex })))).toBe(first?.hex)
  })
})
