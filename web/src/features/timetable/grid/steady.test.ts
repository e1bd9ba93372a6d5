import { renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Block } from './blocks'
import type { BlockHandlers } from './day-surface'
import { useSteady } from './steady'

const opening = (onOpen: BlockHandlers['onOpen']): BlockHandlers => ({
  onOpen,
  onRestore: () => undefined,
  onMenu: () => undefined,
  onKeyDown: () => undefined,
  onFocus: () => undefined,
  onBlur: () => undefined,
})

test('the handlers of blocks stay the same ones and do what was given last', () => {
  const opened: string[] = []
  const hook = renderHook((props: BlockHandlers) => useSteady(props), {
    initialProps: opening(() => opened.push('first')),
  })
  const before = hook.result.current
  hook.rerender(opening(() => opened.push('last')))
  expect(hook.result.current).toBe(before)
  hook.result.current.onOpen({} as Block)
  expect(opened).toEqual(['last'])
})
