/** The batches by how fresh they are, and what hears presses and keys on them. */
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type MouseEvent, useId, useRef } from 'react'
import type { Batch } from '@/lib/freshness'
import type { Selection } from '@/lib/selection'
import type { BatchActions } from './actions'
import { BatchCard } from './batch-card'
import { BatchTable } from './batch-table'
import { moveFocus } from './row-focus'
import { SectionTitle } from './section-title'
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
  const titleOf = useTitles()
  const groups = sections.map(({ status, batches }) => ({
    title: titleOf(status),
    rows: batches.map(propsOf),
  }))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the batches' own controls
    <div {...presses} onKeyDown={onArrow}>
      {look === 'table' && groups.length > 0 && <BatchTable groups={groups} />}
      {look === 'cards' &&
        groups.map(({ title, rows }) => <Cards key={title ?? ''} title={title} rows={rows} />)}
    </div>
  )
}

function useTitles() {
  const { t, i18n } = useLingui()
  return (status: Section['status']): string | undefined => {
    if (status === 'waiting') return t`Waiting to be sent`
    return status && i18n._(statusWords[status])
  }
}

function Cards({ title, rows }: { title: string | undefined; rows: readonly BatchProps[] }) {
  const { t } = useLingui()
  const id = useId()
  return (
    <section aria-labelledby={title && id} aria-label={title ? undefined : t`Batches`} className="mt-6">
      {title && <SectionTitle id={id} title={title} count={rows.length} />}
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of lists without bullets */}
      <ul role="list" className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(min(100%,19.5rem),1fr))] gap-3">
        {rows.map((row) => (
          <BatchCard key={row.batch.id} {...row} />
        ))}
      </ul>
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
