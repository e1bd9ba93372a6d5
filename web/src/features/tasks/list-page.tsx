/** Tasks: the lists, and over them (on narrow pages instead of them) the one that is opened or made. */
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useTodayDate } from '@/lib/today'
import { useIsWide } from '@/lib/wide'
import { DayHeadline, LedgerSkeleton, Page } from '@/ui'
import { taskSearch } from './filters'
import { NEW, toList } from './paths'
import { useTaskSync } from './sync'
import { TaskList } from './task-list'
import { NewTaskPanel, TaskPanel } from './task-panel'
import { useTicks } from './ticks'

interface PageProps {
  search: Record<string, unknown>
  /** The id of a task, or NEW. */
  opened: string | undefined
}

export function TasksPage({ search: asked, opened }: PageProps) {
  const { t } = useLingui()
  const search = taskSearch(asked)
  const today = useTodayDate()
  const isWide = useIsWide()
  const navigate = useNavigate()
  const view = JSON.stringify(search)
  const ticking = useTicks(view)
  useTaskSync()
  const close = () => void navigate(toList)
  if (!today)
    return (
      <Page title={t`Tasks`}>
        <DayHeadline title={t`Tasks`} meta={t`One moment`} />
        <LedgerSkeleton label={t`Tasks are on their way`} />
      </Page>
    )
  const panel =
    opened === NEW ? (
      <NewTaskPanel today={today} isWide={isWide} onClose={close} />
    ) : (
      opened && (
        <TaskPanel key={opened} id={opened} today={today} isWide={isWide} ticking={ticking} onClose={close} />
      )
    )
  if (panel && !isWide) return panel
  return (
    <>
      <Page title={t`Tasks`}>
        <TaskList view={view} search={search} today={today} ticking={ticking} />
      </Page>
      {panel}
    </>
  )
}
