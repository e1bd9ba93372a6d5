/** Which batch has the focus, and how it goes to the next. */

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-batch]')]
const focused = () => document.activeElement?.closest<HTMLElement>('[data-batch]') ?? undefined

export const focusedBatch = (): string | undefined => focused()?.dataset.batch

/** To the next or the previous batch; from outside to the first or the last. */
export function moveFocus(by: 1 | -1): void {
  const all = rows()
  const row = focused()
  const at = row ? all.indexOf(row) : by > 0 ? -1 : all.length
  const next = all[at + by]
  next?.querySelector<HTMLElement>('input, a')?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

export const focusSearch = (): void => document.querySelector<HTMLElement>('main input[type=search]')?.focus()
