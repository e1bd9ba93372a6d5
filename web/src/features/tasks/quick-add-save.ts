/** From a line to a task: its theme made when there is none, the task written through the outbox, and undone from there. */
import { t } from '@lingui/core/macro'
import type { QueryClient } from '@tanstack/react-query'
import { createTheme, deleteTheme, listThemes, type QuickAddTheme, readTheme, type TaskCreate } from '@/api'
import { newId } from '@/lib/ids'
import { Problem } from '@/lib/problem'
import { showProblem } from '@/lib/show-problem'
import { enqueueTask, onTaskSent, refreshTasks, removeTask } from '@/lib/tasks'
import { refreshThemes } from '@/lib/theme-changes'
import type { Reading } from './quick-add-reading'

export interface Made {
  body: TaskCreate
  /** The theme that was made for it. */
  themeId?: string
}

/** The task that a line means; `theme` is what it belongs to when the line does not say. */
export async function bodyOfReading({ read }: Reading, theme: string | undefined): Promise<Made> {
  const { title, due, schedule, priority } = read
  const own = read.theme && (await themeIdOf(read.theme))
  const body: TaskCreate = {
    title,
    due,
    schedule,
    theme_id: own?.id ?? theme ?? null,
    ...(priority && { priority }),
  }
  return own?.isNew ? { body, themeId: own.id } : { body }
}

async function themeIdOf({ id, name, color }: QuickAddTheme): Promise<{ id: string; isNew: boolean }> {
  if (id) return { id, isNew: false }
  try {
    const { data } = await createTheme({ body: { name, color }, throwOnError: true })
    return { id: data.id, isNew: true }
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'theme_name_taken') throw error
    // Made since the line was read, in another window.
    const { data } = await listThemes({ query: { limit: 200 }, throwOnError: true })
    const taken = data.data.find((theme) => theme.name.toLowerCase() === name.toLowerCase())
    if (!taken) throw error
    return { id: taken.id, isNew: false }
  }
}

/** Write the task; answers what takes it back. */
export async function addTask(client: QueryClient, { body, themeId }: Made): Promise<() => void> {
  const id = newId()
  const stop = onTaskSent(id, 'save', () => {
    stop()
    void refreshTasks(client)
  })
  await enqueueTask(id, { kind: 'save', body }, t`${body.title}: new task`)
  if (themeId) void refreshThemes(client)
  return () => void unmake(client, id, body.title, themeId).catch(showProblem)
}

async function unmake(client: QueryClient, id: string, title: string, themeId: string | undefined) {
  await removeTask(id, { gone: t`${title}: deleted`, back: t`${title} is back` })
  if (themeId) await unmakeTheme(client, themeId)
  void refreshTasks(client)
}

/** The theme that came with a task goes with it, unless something else has come to it. */
async function unmakeTheme(client: QueryClient, themeId: string) {
  const path = { theme_id: themeId }
  const { data } = await readTheme({ path, throwOnError: true })
  if (data.tasks_count > 1 || data.habits_count + data.sessions_count > 0) return
  await deleteTheme({ path, throwOnError: true })
  await refreshThemes(client)
}
