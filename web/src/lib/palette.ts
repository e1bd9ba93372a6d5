/** The colours that a person is offered for their own things, each with the token that fits light and dark. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

interface Swatch {
  hex: string
  token: string
  name: MessageDescriptor
}

/** The light theme's values: what is stored, and what other programs see. */
export const swatches: readonly Swatch[] = [
  { hex: '#5D6B2F', token: 'var(--moss)', name: msg`Moss` },
  { hex: '#3C6B3F', token: 'var(--ok)', name: msg`Fern` },
  { hex: '#2F5D7C', token: 'var(--blue)', name: msg`Blue` },
  { hex: '#6D4667', token: 'var(--plum)', name: msg`Plum` },
  { hex: '#A8321E', token: 'var(--accent)', name: msg`Brick` },
  { hex: '#8A5E12', token: 'var(--ochre)', name: msg`Ochre` },
  { hex: '#6C6254', token: 'var(--ink-3)', name: msg`Stone` },
]

const tokens = new Map(swatches.map(({ hex, token }) => [hex, token]))

/** How a stored colour is drawn: the token where it is one of ours, else as it is; moss without one. */
export const drawnColor = (hex: string | null | undefined): string =>
  hex ? (tokens.get(hex.toUpperCase()) ?? hex) : 'var(--moss)'
