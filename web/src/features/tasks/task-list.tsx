/** One view of the tasks: headline, filters, sections, and what can be done with those that are selected. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { TaskRead } from '@/api'
import { useOutboxStatus } from '@/lib/outbox-status'
import { useSelection } from '@/lib/selection'
import { useThemeFilter } from '@/lib/themes'
import { Button, LedgerSkeleton, MenuButton } from '@/ui'
import { Unread } from '@/ui/unread'
import { useTaskActions } from './actions'
import { tasksWith, waitingFor } from './after'
import { isNarrowed, queryOf, type TaskSearch } from './filters'
import { useListCommands } from './list-commands'
import { ListFilters } from './list-filters'
import { ListHeadline } from './list-headline'
import { Nothing } from './nothing'
import { OPEN, PAGE, useTasks } from './queries'
import { QuickAddBox } from './quick-add-box'
import { byDayDone, inSections } from './sections'
import { SelectionBar } from './selection-bar'
import { TaskSections } from './task-sections'
import { type Ticking, withTicks } from './ticks'

interface ListProps {
  /** The search as one word: what is selected and held belongs to one view. */
  view: string
  search: TaskSearch
  today: string
  ticking: Ticking
}

export function TaskList({ view, search, today, ticking }: ListProps) {
  const { t } = useLingui()
  const list = useShown(search, today, ticking)
  const { tasks, sections, waiting } = list
  const order = useMemo(() => sections.flatMap((section) => section.tasks.map(({ id }) => id)), [sections])
  const selection = useSelection(order, view)
  const [isOpen, setOpen] = useState(Boolean(search.q || search.sort))
  const rows = useRef(tasks)
  rows.current = tasks
  const onTicked = useCallback((task: TaskRead) => ticking.hold(task, rows.current), [ticking.hold])
  const actions = useTaskActions({ today, onTicked, onGone: ticking.release })
  useListCommands(selection)
  const menu = (
    <MenuButton
      framed
      label={t`More about tasks`}
      items={[
        { label: t`Select several`, icon: 'check', disabled: order.length === 0, onSelect: selection.begin },
      ]}
    />
  )
  return (
    <>
      <ListHeadline
        tasks={useCounted(today)}
        menu={menu}
        filters={{ isOpen, onToggle: () => setOpen(!isOpen) }}
      />
      {search.list !== 'done' && <QuickAddBox today={today} />}
      <ListFilters search={search} isOpen={isOpen} />
      {list.isPending && <LedgerSkeleton label={t`Tasks are on their way`} rows={7} />}
      {list.error !== null && <Unread error={list.error} onRetry={list.retry} />}
      {list.isRead && sections.length === 0 && <Nothing search={search} />}
      <TaskSections
        sections={sections}
        today={today}
        isSortable={!search.sort && search.list !== 'done'}
        isAlone={search.list !== undefined}
        waiting={waiting}
        selection={selection}
        actions={actions}
      />
      {list.more && (
        <Button variant="quiet" className="mt-3 -ml-4" icon="down" onClick={list.more}>
          <Trans>Show earlier ones</Trans>
        </Button>
      )}
      {selection.ids && (
        <SelectionBar
          selection={selection}
          tasks={tasks}
          list={search.list}
          today={today}
          onChange={ticking.release}
        />
      )}
    </>
  )
}

/** What the server said last, with what waits to be sent, and with what was ticked in its place. */
function useShown(search: TaskSearch, today: string, { ticks }: Ticking) {
  const theme = useThemeFilter()
  const isDone = search.list === 'done'
  const [limit, setLimit] = useState(PAGE)
  const query = useTasks({ ...queryOf(search), ...theme.query, ...(isDone && { limit }) })
  const { waiting } = useOutboxStatus()
  const read = query.data?.data
  const tasks = useMemo(() => {
    const now = tasksWith(read ?? [], waiting, today)
    // A list of what is done shows nothing that waits to be made, and does not keep what was opened again.
    return isDone ? now.filter(({ completed_on }) => completed_on !== null) : withTicks(now, ticks)
  }, [read, waiting, today, ticks, isDone])
  const sections = useMemo(() => {
    if (isDone) return byDayDone(tasks)
    const isByDate = search.sort === undefined || search.sort === 'due'
    return inSections(tasks, today, { only: search.list, byDay: isByDate && !isNarrowed(search) })
  }, [tasks, today, isDone, search])
  return {
    tasks,
    sections,
    waiting: useMemo(() => waitingFor(waiting), [waiting]),
    isRead: read !== undefined,
    isPending: query.isPending,
    error: read ? null : query.error,
    retry: () => void query.refetch(),
    more: query.data?.next_cursor ? () => setLimit(limit + PAGE) : undefined,
  }
}

/** The open tasks that the headline counts, whatever is searched for. */
function useCounted(today: string) {
  const theme = useThemeFilter()
  const { waiting } = useOutboxStatus()
  const read = useTasks({ ...OPEN, ...theme.query }).data?.data
  return useMemo(() => read && tasksWith(read, waiting, today), [read, waiting, today])
}
