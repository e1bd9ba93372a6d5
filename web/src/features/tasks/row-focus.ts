/** Which row has the focus, and how it goes to the next. */

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-task]')]
const focused = () => document.activeElement?.closest<HTMLElement>('[data-task]') ?? undefined
const control = (row: HTMLElement | undefined) => row?.querySelector<HTMLElement>('input, button.mark')

export const focusedTask = (): string | undefined => focused()?.dataset.task

/** To the mark of the next or the previous row; from outside to the first or the last. */
export function moveFocus(by: 1 | -1): void {
  const all = rows()
  const row = focused()
  const at = row ? all.indexOf(row) : by > 0 ? -1 : all.length
  const next = control(all[at + by])
  next?.focus()
  next?.closest('li')?.scrollIntoView({ block: 'nearest' })
}
