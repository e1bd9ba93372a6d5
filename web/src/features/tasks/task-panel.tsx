/** One task, opened or new: over the list at the right of wide pages, a page of its own on narrow ones. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { TaskList, TaskRead } from '@/api'
import { readTaskOptions } from '@/api/@tanstack/react-query.gen'
import { newId } from '@/lib/ids'
import { useOutboxStatus } from '@/lib/outbox-status'
import { Problem, problemMessage } from '@/lib/problem'
import { useMe } from '@/lib/session'
import { showProblem } from '@/lib/show-problem'
import { enqueueTask, refreshTasks, saveTask } from '@/lib/tasks'
import { themeOfFilter, useThemeFilter } from '@/lib/themes'
import { DayHeadline, Icon, LedgerSkeleton, MenuButton, Notice, Page, Sheet, showToast } from '@/ui'
import { useTaskActions } from './actions'
import { tasksWith } from './after'
import { bodyOf, formOf, formWith, newTask, type TaskForm, updateOf } from './form-model'
import { useHandedOver } from './handover'
import { toList } from './paths'
import { showTasks } from './sync'
import { TaskEditor } from './task-editor'
import { TaskMark } from './task-mark'
import { TaskStory } from './task-story'
import type { Ticking } from './ticks'
import { dueWords } from './words'

interface PanelProps {
  today: string
  isWide: boolean
  onClose: () => void
}

export function NewTaskPanel({ today, isWide, onClose }: PanelProps) {
  const { t } = useLingui()
  const me = useMe()
  const client = useQueryClient()
  const theme = themeOfFilter(useThemeFilter())
  const handed = useHandedOver()
  // Made once: sent twice, it is the same task.
  const [id] = useState(newId)
  const save = async (form: TaskForm) => {
    const body = bodyOf(form)
    await saveTask(id, { kind: 'save', body }, t`${body.title}: new task`)
    void refreshTasks(client)
    onClose()
    void showToast(t`${body.title} is noted`)
  }
  if (!me) return null
  return (
    <TaskEditor
      start={handed ? formWith(handed, today) : newTask(today, theme)}
      owner={me.id}
      subject="new"
      today={today}
      weekStart={me.week_start}
      save={save}
      onCancel={onClose}
    >
      {(body, footer) => (
        <Frame isWide={isWide} name={t`New task`} onClose={onClose} footer={footer}>
          {body}
        </Frame>
      )}
    </TaskEditor>
  )
}

interface TaskPanelProps extends PanelProps {
  id: string
  ticking: Ticking
}

export function TaskPanel({ id, today, isWide, ticking, onClose }: TaskPanelProps) {
  const { t } = useLingui()
  const { task, error } = useTask(id, today, ticking)
  const me = useMe()
  if (task && me)
    return <OpenTask task={task} today={today} isWide={isWide} ticking={ticking} onClose={onClose} />
  return (
    <Frame isWide={isWide} name={t`Task`} onClose={onClose}>
      {error ? (
        <div className="mt-4">
          <Notice tone="bad" role="alert" title={problemMessage(error)} />
        </div>
      ) : (
        <LedgerSkeleton label={t`One moment`} />
      )}
    </Frame>
  )
}

/** The task as the server has it, with what waits to be sent; until it is read, as a list has it. */
function useTask(id: string, today: string, { ticks }: Ticking) {
  const client = useQueryClient()
  const { waiting } = useOutboxStatus()
  const query = useQuery({
    ...readTaskOptions({ path: { task_id: id } }),
    placeholderData: () =>
      client
        .getQueriesData<TaskList>({ queryKey: [{ _id: 'listTasks' }] })
        .flatMap(([, list]) => list?.data ?? [])
        .find((task) => task.id === id),
  })
  const shown = tasksWith(query.data ? [query.data] : [], waiting, today).find((task) => task.id === id)
  const tick = ticks.get(id)?.task
  const isGone = query.error instanceof Problem && query.error.status === 404
  return {
    task: tick && shown ? { ...shown, status: tick.status } : shown,
    error: shown && !isGone ? null : query.error,
  }
}

function OpenTask({
  task,
  today,
  isWide,
  ticking,
  onClose,
}: Omit<TaskPanelProps, 'id'> & { task: TaskRead }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const me = useMe()
  const [onTicked] = useState(() => (ticked: TaskRead) => ticking.hold(ticked, []))
  const actions = useTaskActions({ today, onTicked, onGone: ticking.release })
  // What the fields began with: what changes elsewhere meanwhile is not taken for typed.
  const [before, setBefore] = useState(() => formOf(task, today))
  const save = async (form: TaskForm) => {
    const body = updateOf(form, before)
    const saved = await saveTask(task.id, { kind: 'update', body }, t`${form.title}: changed`)
    if (saved) showTasks(client, [saved])
    void refreshTasks(client)
    onClose()
  }
  const remove = () => {
    actions.remove(task)
    onClose()
  }
  const menu = (
    <MenuButton
      label={t`More about ${task.title}`}
      items={[{ label: t`Delete`, icon: 'trash', danger: true, onSelect: remove }]}
    />
  )
  return (
    <TaskEditor
      start={before}
      isKept
      owner={me?.id ?? ''}
      subject={task.id}
      today={today}
      weekStart={me?.week_start ?? 'mon'}
      save={save}
      onCancel={onClose}
      onSteps={(checklist) => {
        setBefore((form) => ({ ...form, checklist }))
        const label = t`${task.title}: steps`
        void enqueueTask(task.id, { kind: 'update', body: { checklist } }, label).catch(showProblem)
      }}
    >
      {(body, footer) => (
        <Frame
          isWide={isWide}
          name={task.title}
          lead={<TaskMark task={task} actions={actions} />}
          meta={dueWords(task, { today, underDay: false })}
          actions={menu}
          onClose={onClose}
          footer={footer}
        >
          {body}
          <TaskStory task={task} today={today} />
        </Frame>
      )}
    </TaskEditor>
  )
}

interface FrameProps {
  isWide: boolean
  name: string
  lead?: ReactNode
  meta?: string
  actions?: ReactNode
  footer?: ReactNode
  onClose: () => void
  children: ReactNode
}

function Frame({ isWide, name, lead, meta, actions, footer, onClose, children }: FrameProps) {
  if (isWide)
    return (
      <Sheet
        open
        onOpenChange={onClose}
        title={name}
        lead={lead}
        actions={actions}
        {...(meta && { description: meta })}
        footer={footer}
      >
        {children}
      </Sheet>
    )
  return (
    <Page title={name}>
      <Link
        {...toList}
        className="no-print -mt-3 -ml-2 mb-1 inline-flex min-h-11 items-center gap-1.5 rounded-control px-2 text-note font-medium text-ink-2 hover:text-ink"
      >
        <Icon name="previous" size={16} />
        <Trans>All tasks</Trans>
      </Link>
      <DayHeadline
        title={name}
        meta={meta}
        actions={
          <>
            {lead}
            {actions}
          </>
        }
      />
      {children}
      <div className="mt-7 flex flex-wrap items-center justify-end gap-2 border-t border-rule pt-4">
        {footer}
      </div>
    </Page>
  )
}
