/** The ledgers of the page, a heading for each, and what hears presses and keys of their rows. */
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, type MouseEvent, useCallback, useRef } from 'react'
import { orderTasks as sendOrder } from '@/api'
import { monthName } from '@/lib/dates'
import type { Selection } from '@/lib/selection'
import { showProblem } from '@/lib/show-problem'
import { refreshTasks } from '@/lib/tasks'
import { LedgerList } from '@/ui'
import { Sortable } from '@/ui/sortable'
import type { TaskActions } from './actions'
import { moveFocus } from './row-focus'
import type { Section } from './sections'
import { orderTasks } from './sync'
import { TaskRow } from './task-row'
import { dayHeading, listWords } from './words'

interface SectionsProps {
  sections: readonly Section[]
  today: string
  /** In the person's own order rows can be moved. */
  isSortable: boolean
  /** The one list shown says its name already. */
  isAlone: boolean
  waiting: ReadonlySet<string>
  selection: Selection
  actions: TaskActions
}

export function TaskSections(props: SectionsProps) {
  const { sections, selection } = props
  const presses = usePresses(selection)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the rows' own controls
    <div {...presses} onKeyDown={onArrow}>
      {sections.map((section) => (
        <TaskLedger key={section.key} section={section} {...props} />
      ))}
    </div>
  )
}

function TaskLedger({
  section,
  today,
  isSortable,
  isAlone,
  waiting,
  selection,
  actions,
}: SectionsProps & { section: Section }) {
  const { t } = useLingui()
  const onOrder = useOrder()
  const { title, aside } = useHeading(section, today)
  const { tasks } = section
  const canMove = isSortable && tasks.length > 1 && section.month === undefined
  const hasHeading = !isAlone || section.day !== undefined || section.month !== undefined
  const underDay = section.day !== undefined || section.list === 'today'
  return (
    <Sortable rows={tasks.map(({ id, title: name }) => ({ id, name }))} onOrder={onOrder}>
      {(placeOf) => (
        <LedgerList
          timeless
          {...(hasHeading ? { title, aside } : { label: t`Tasks` })}
          {...(!hasHeading && { className: 'mt-3!' })}
        >
          {tasks.map((task, index) => (
            <TaskRow
              key={task.id}
              task={task}
              today={today}
              underDay={underDay}
              isPending={waiting.has(task.id)}
              isSelected={selection.ids?.has(task.id)}
              actions={actions}
              place={canMove ? placeOf(index) : undefined}
              onSelect={selection.toggle}
            />
          ))}
        </LedgerList>
      )}
    </Sortable>
  )
}

function useHeading({ list, day, month, tasks }: Section, today: string) {
  const { i18n } = useLingui()
  if (month) {
    const year = month.slice(0, 4)
    return {
      title: monthName(`${month}-01`, i18n.locale),
      aside: year === today.slice(0, 4) ? undefined : year,
    }
  }
  if (day) {
    const { name, aside } = dayHeading(day, today)
    return { title: name, aside }
  }
  return { title: i18n._(listWords[list]), aside: tasks.length }
}

/** Stores the order of some rows among themselves; they keep the places that they hold among all. */
function useOrder() {
  const client = useQueryClient()
  return useCallback(
    (ids: string[]) => {
      orderTasks(client, ids)
      sendOrder({ body: { ids }, throwOnError: true })
        .catch(showProblem)
        .finally(() => refreshTasks(client))
    },
    [client],
  )
}

const rowOf = (event: { target: EventTarget }) =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-task]') : null

/** Shift-click anywhere, and any press while rows are being selected, chooses the row instead of opening it. */
function usePresses({ ids, toggle }: Selection) {
  // The finger that began selecting by holding still has to be lifted.
  const wasSelecting = useRef(false)
  return {
    onPointerDownCapture: () => {
      wasSelecting.current = ids !== null
    },
    onClickCapture: (event: MouseEvent) => {
      const row = rowOf(event)
      const id = row?.dataset.task
      const isGrip = event.target instanceof Element && event.target.closest('[aria-roledescription]')
      if (!id || isGrip || !(event.shiftKey || ids)) return
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
  const isMoving = event.target instanceof Element && event.target.closest('[aria-pressed=true]')
  if (!isArrow || !rowOf(event) || isMoving || event.defaultPrevented) return
  event.preventDefault()
  moveFocus(event.key === 'ArrowDown' ? 1 : -1)
}
