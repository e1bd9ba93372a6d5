import { act, renderHook } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Command, setSingleKeys, startShortcuts, useAllCommands, useCommands } from './commands'

const command = (id: string, keys: string, run = vi.fn()): Command => ({
  id,
  title: id,
  group: 'Test',
  keys,
  run,
})
let stop: () => void

beforeEach(() => {
  stop = startShortcuts()
})

afterEach(() => {
  stop()
  setSingleKeys(true)
  document.body.replaceChildren()
})

it('runs a command by its keys, also by two in a row', async () => {
  const [go, help] = [command('go', 'g t'), command('help', '?')]
  const own = [go, help]
  const { unmount } = renderHook(() => useCommands(own))
  await userEvent.keyboard('gt?')
  expect(go.run).toHaveBeenCalledOnce()
  expect(help.run).toHaveBeenCalledOnce()
  unmount()
})

it('starts a sequence anew after a key that does not fit', async () => {
  const own = [command('go', 'g t')]
  const { unmount } = renderHook(() => useCommands(own))
  await userEvent.keyboard('gxgt')
  expect(own[0]?.run).toHaveBeenCalledOnce()
  unmount()
})

it('leaves what is typed into a field alone', async () => {
  const own = [command('help', '?'), command('palette', 'mod+k')]
  const { unmount } = renderHook(() => useCommands(own))
  const field = document.body.appendChild(document.createElement('input'))
  await userEvent.type(field, '?')
  await userEvent.keyboard('{Control>}k{/Control}')
  expect(own[0]?.run).not.toHaveBeenCalled()
  expect(own[1]?.run).toHaveBeenCalledOnce()
  unmount()
})

it('can do without single keys', async () => {
  const own = [command('help', '?')]
  const { unmount } = renderHook(() => useCommands(own))
  setSingleKeys(false)
  await userEvent.keyboard('?')
  expect(own[0]?.run).not.toHaveBeenCalled()
  unmount()
})

it('offers commands only while their page is there', () => {
  const own = [command('go', 'g t')]
  const all = renderHook(() => useAllCommands())
  const page = renderHook(() => useCommands(own))
  expect(all.result.current.map(({ id }) => id)).toEqual(['go'])
  act(() => page.unmount())
  expect(all.result.current).toEqual([])
})
