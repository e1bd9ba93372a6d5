/** The rows of a day in their sections, with the sheet that a row opens. */
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from 'react'
import type { HabitEntry, Today } from '@/api'
import { withMessages } from '@/lib/i18n'
import { useThemeFilter } from '@/lib/themes'
import { LedgerList } from '@/ui'
import type { DayActions } from './day-actions'
import { type Entry, isBatch, isHabit, isSession, isTask } from './entries'
import { HabitRow } from './habit-row'
import { inSections, type Section, sectionOf } from './sections'
import { rowKey } from './session-write'
import { addRow } from './sync'
import { TaskRow } from './task-row'
import { isTickable, useCheckIns } from './use-check-ins'
import { useTaskActions } from './use-task-actions'

const DaySheet = lazy(() =>
  withMessages(import('./later/day-sheet')).then((file) => ({ default: file.DaySheet })),
)

const SessionRow = lazy(() =>
  withMessages(import('./later/session-row')).then((file) => ({ default: file.SessionRow })),
)

const BatchRow = lazy(() =>
  withMessages(import('./later/batch-row')).then((file) => ({ default: file.BatchRow })),
)

const RowKeys = lazy(() =>
  withMessages(import('./later/day-keys')).then((file) => ({ default: file.RowKeys })),
)

const SomethingElse = lazy(() =>
  withMessages(import('./later/something-else')).then((file) => ({ default: file.SomethingElse })),
)

type Field = 'amount' | 'note'

interface LedgerProps {
  day: Today
  /** Habits and tasks whose writes wait to be sent. */
  pending: ReadonlySet<string>
  hasHabits: boolean
  /** Stands under the rows. */
  children?: ReactNode
}

/** Give it the date as its key: where rows stand is remembered for one day. */
export function DayLedger({ day, pending, hasHabits, children }: LedgerProps) {
  const client = useQueryClient()
  const theme = useThemeFilter().value
  const habits = useCheckIns(day)
  const tasks = useTaskActions(day, theme)
  const names = useSectionNames()
  const [edited, setEdited] = useState<{ id: string; field: Field }>()
  const sections = inSections(day.entries, usePlaces(day.entries))
  const onEdit = useCallback((entry: HabitEntry, field: Field) => setEdited({ id: entry.id, field }), [])
  const onTap = (entry: Entry) => {
    if (isTask(entry)) tasks.toggle(entry)
    else if (isSession(entry) || isBatch(entry)) return
    else if (isTickable(entry)) habits.toggle(entry)
    else onEdit(entry, 'amount')
  }
  const actions: DayActions = { habits, tasks, onEdit, onTap }
  const onAdd = (added: HabitEntry) => {
    addRow(client, { date: day.date, entry: added, theme })
    onTap(added)
  }
  const entry = day.entries.filter(isHabit).find(({ id }) => id === edited?.id)
  const isTimeless = day.entries.every(({ at }) => at === null)
  return (
    <>
      {sections.map(({ section, entries }) => (
        <LedgerList
          key={section}
          title={names[section]}
          timeless={isTimeless}
          {...(section === 'overdue' && { aside: entries.length })}
        >
          {entries.map((row) => (
            <Row
              key={keyOf(row)}
              entry={row}
              day={day}
              isPending={pending.has(keyOf(row))}
              actions={actions}
            />
          ))}
        </LedgerList>
      ))}
      {children}
      {hasHabits && (
        <div className="no-print mt-5 min-h-11">
          <Suspense fallback={null}>
            <SomethingElse day={day} onAdd={onAdd} />
          </Suspense>
        </div>
      )}
      <Suspense fallback={null}>
        <RowKeys entries={day.entries} actions={actions} />
        {edited && entry && (
          <DaySheet
            entry={entry}
            date={day.date}
            field={edited.field}
            onSave={(write) => habits.write(entry, write)}
            onClose={() => setEdited(undefined)}
          />
        )}
      </Suspense>
    </>
  )
}

/** A session may be on one day twice, where a date of it was moved to another. */
const keyOf = (entry: Entry) => (isSession(entry) ? rowKey(entry.id, entry.planned_on) : entry.id)

interface RowProps {
  entry: Entry
  day: Today
  isPending: boolean
  actions: DayActions
}

/** Every kind of entry has a row of its own. */
function Row({ entry, day, isPending, actions: { habits, tasks, onEdit } }: RowProps) {
  if (isTask(entry)) return <TaskRow entry={entry} date={day.date} isPending={isPending} actions={tasks} />
  if (isSession(entry) || isBatch(entry))
    return (
      <Suspense fallback={<li className="min-h-15 border-b border-rule wide:min-h-14" />}>
        {isBatch(entry) ? (
          <BatchRow entry={entry} today={day.today} />
        ) : (
          <SessionRow entry={entry} day={day} isPending={isPending} />
        )}
      </Suspense>
    )
  return (
    <HabitRow
      entry={entry}
      today={day.today}
      isPast={day.date < day.today}
      isPending={isPending}
      actions={habits}
      onEdit={onEdit}
    />
  )
}

/** Where each row stood when it was first seen on this page. */
function usePlaces(entries: readonly Entry[]): ReadonlyMap<string, Section> {
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
