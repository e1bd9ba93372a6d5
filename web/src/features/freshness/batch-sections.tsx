/** The batches by how fresh they are, and what hears presses and keys on them. */
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type MouseEvent, useId, useRef } from 'react'
import type { Batch } from '@/lib/freshness'
import type { Selection } from '@/lib/selection'
import type { BatchActions } from './actions'
import { BatchCard } from './batch-card'
import { BatchTable } from './batch-table'
import { moveFocus } from './row-focus'
import type { Section } from './sections'
import type { Look } from './use-view'
import { statusWords } from './words'

export interface BatchProps {
  batch: Batch
  today: string
  isPending: boolean
  /** Undefined while nothing is being selected. */
  isSelected: boolean | undefined
  actions: BatchActions
  onEdit: (id: string) => void
  onRecall: (batch: Batch) => void
  onSelect: (id: string) => void
}

interface SectionsProps extends Omit<BatchProps, 'batch' | 'isPending' | 'isSelected' | 'onSelect'> {
  sections: readonly Section[]
  look: Look
  selection: Selection
  waiting: ReadonlySet<string>
}

export function BatchSections({ sections, look, selection, waiting, ...rest }: SectionsProps) {
  const presses = usePresses(selection)
  const propsOf = (batch: Batch): BatchProps => ({
    ...rest,
    batch,
    isPending: waiting.has(batch.id),
    isSelected: selection.ids?.has(batch.id),
    onSelect: selection.toggle,
  })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the batches' own controls
    <div {...presses} onKeyDown={onArrow}>
      {sections.map((section) => (
        <Part key={section.status ?? 'all'} section={section} look={look} propsOf={propsOf} />
      ))}
    </div>
  )
}

interface PartProps {
  section: Section
  look: Look
  propsOf: (batch: Batch) => BatchProps
}

function Part({ section: { status, batches }, look, propsOf }: PartProps) {
  const { t, i18n } = useLingui()
  const id = useId()
  const title =
    status === undefined
      ? t`Batches`
      : status === 'waiting'
        ? t`Waiting to be sent`
        : i18n._(statusWords[status])
  return (
    <section aria-labelledby={id} className="mt-6">
      <h2 id={id} className={status === undefined ? 'sr-only' : 'mb-2 flex items-baseline gap-2.5 text-head'}>
        {title}
        <small className="font-sans text-small font-normal text-ink-2 tabular-nums">{batches.length}</small>
      </h2>
      {look === 'table' ? (
        <BatchTable label={title} rows={batches.map(propsOf)} />
      ) : (
        // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of lists without bullets
        <ul role="list" className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,19.5rem),1fr))] gap-3">
          {batches.map((batch) => (
            <BatchCard key={batch.id} {...propsOf(batch)} />
          ))}
        </ul>
      )}
    </section>
  )
}

const batchOf = (event: { target: EventTarget }) =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-batch]') : null

/** Shift-click anywhere, and any press while batches are being selected, chooses the batch instead of opening it. */
function usePresses({ ids, toggle }: Selection) {
  // The finger that began selecting by holding still has to be lifted.
  const wasSelecting = useRef(false)
  return {
    onPointerDownCapture: () => {
      wasSelecting.current = ids !== null
    },
    onClickCapture: (event: MouseEvent) => {
      const id = batchOf(event)?.dataset.batch
      if (!id || !(event.shiftKey || ids)) return
      if (!event.shiftKey && !wasSelecting.current && event.detail > 0) return
      // A checkbox that is not let change would not show its new state either.
      if (!(event.target instanceof HTMLInputElement)) {
        event.preventDefault()
        event.stopPropagation()
      }
      toggle(id, event.shiftKey)
    },
  }
}

function onArrow(event: KeyboardEvent) {
  const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp'
  if (!isArrow || !batchOf(event) || event.defaultPrevented) return
  event.preventDefault()
  moveFocus(event.key === 'ArrowDown' ? 1 : -1)
}
