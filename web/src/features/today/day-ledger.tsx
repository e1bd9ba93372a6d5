/** The rows of a day in their sections, with the sheet that a row opens. */
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react'
import type { HabitEntry, Today } from '@/api'
import { LedgerList } from '@/ui'
import { moveFocus, useRowCommands } from './day-keys'
import { HabitRow } from './habit-row'
import { inSections, type Section, sectionOf } from './sections'
import { SomethingElse } from './something-else'
import { addRow } from './sync'
import { isTickable, useCheckIns } from './use-check-ins'

const DaySheet = lazy(() => import('./day-sheet').then((file) => ({ default: file.DaySheet })))

type Field = 'amount' | 'note'

interface LedgerProps {
  day: Today
  /** Habits whose writes wait to be sent. */
  pending: ReadonlySet<string | undefined>
  /** Stands under the rows. */
  children?: ReactNode
}

/** Give it the date as its key: where rows stand is remembered for one day. */
export function DayLedger({ day, pending, children }: LedgerProps) {
  const client = useQueryClient()
  const actions = useCheckIns(day)
  const names = useSectionNames()
  const [edited, setEdited] = useState<{ id: string; field: Field }>()
  const sections = inSections(day.entries, usePlaces(day.entries))
  const onEdit = useMemo(() => (entry: HabitEntry, field: Field) => setEdited({ id: entry.id, field }), [])
  useRowCommands(day.entries, actions, onEdit)
  const onAdd = (added: HabitEntry) => {
    addRow(client, day.date, added)
    if (isTickable(added)) actions.toggle(added)
    else onEdit(added, 'amount')
  }
  const entry = day.entries.find(({ id }) => id === edited?.id)
  const isTimeless = day.entries.every(({ at }) => at === null)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the rows' own controls
    <div onKeyDown={onArrow}>
      {sections.map(({ section, entries }) => (
        <LedgerList
          key={section}
          title={names[section]}
          timeless={isTimeless}
          {...(section === 'overdue' && { aside: entries.length })}
        >
          {entries.map((row) => (
            <HabitRow
              key={row.id}
              entry={row}
              today={day.today}
              isPast={day.date < day.today}
              isPending={pending.has(row.id)}
              actions={actions}
              onEdit={onEdit}
            />
          ))}
        </LedgerList>
      ))}
      {children}
      <SomethingElse day={day} onAdd={onAdd} />
      {edited && entry && (
        <Suspense fallback={null}>
          <DaySheet
            entry={entry}
            date={day.date}
            field={edited.field}
            onSave={(write) => actions.write(entry, write)}
            onClose={() => setEdited(undefined)}
          />
        </Suspense>
      )}
    </div>
  )
}

/** Where each row stood when it was first seen on this page. */
function usePlaces(entries: readonly HabitEntry[]): ReadonlyMap<string, Section> {
  const places = useRef(new Map<string, Section>())
  for (const entry of entries)
    if (!places.current.has(entry.id)) places.current.set(entry.id, sectionOf(entry))
  return places.current
}

function useSectionNames(): Record<Section, string> {
  const { t } = useLingui()
  return {
    overdue: t`Overdue`,
    morning: t`Morning`,
    later: t`Afternoon and evening`,
    any: t`Any time`,
    wait: t`Can wait`,
  }
}

function onArrow(event: KeyboardEvent) {
  const inRow = event.target instanceof Element && event.target.closest('[data-habit]')
  if (!inRow || event.defaultPrevented || !['ArrowDown', 'ArrowUp'].includes(event.key)) return
  event.preventDefault()
  moveFocus(event.key === 'ArrowDown' ? 1 : -1)
}
