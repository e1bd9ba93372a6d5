/** Tasks: the lists, and over them (on narrow pages instead of them) the one that is opened or made. */
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { useTodayDate } from '@/lib/today'
import { useIsWide } from '@/lib/wide'
import { DayHeadline, LedgerSkeleton, Page } from '@/ui'
import { taskSearch } from './filters'
import { NEW, toList } from './paths'
import { useTaskSync } from './sync'
import { useTicks } from './ticks'

const TaskList = lazy(() => import('./task-list').then((file) => ({ default: file.TaskList })))
const panels = () => import('./task-panel')
const TaskPanel = lazy(() => panels().then((file) => ({ default: file.TaskPanel })))
const NewTaskPanel = lazy(() => panels().then((file) => ({ default: file.NewTaskPanel })))

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
  useEffect(() => {
    // The list is shown first; what opens over it is at hand when it is wanted.
    void Promise.allSettled([panels(), import('./checklist-field')])
  }, [])
  if (!today) return <ToCome />
  const panel =
    opened === NEW ? (
      <NewTaskPanel today={today} isWide={isWide} onClose={close} />
    ) : (
      opened && (
        <TaskPanel key={opened} id={opened} today={today} isWide={isWide} ticking={ticking} onClose={close} />
      )
    )
  if (panel && !isWide) return <Suspense fallback={<ToCome />}>{panel}</Suspense>
  return (
    <>
      <Suspense fallback={<ToCome />}>
        <Page title={t`Tasks`}>
          <TaskList view={view} search={search} today={today} ticking={ticking} />
        </Page>
      </Suspense>
      <Suspense fallback={null}>{panel}</Suspense>
    </>
  )
}

function ToCome() {
  const { t } = useLingui()
  return (
    <Page title={t`Tasks`}>
      <DayHeadline title={t`Tasks`} meta={t`One moment`} />
      <LedgerSkeleton label={t`Tasks are on their way`} />
    </Page>
  )
}
