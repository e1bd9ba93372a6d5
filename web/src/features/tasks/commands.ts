/** What the palette offers about tasks on every page. */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type Command, useCommands } from '@/lib/commands'
import { toNewTask, toTask } from './paths'
import { OPEN, tasksOptions } from './queries'

/** "New task", and every open task by its title. The titles are read only while they are wanted. */
export function useTaskCommands(wanted: boolean): void {
  const { t } = useLingui()
  const router = useRouter()
  const tasks = useQuery({ ...tasksOptions(OPEN), enabled: wanted }).data?.data
  const commands = useMemo<Command[]>(() => {
    const group = t`Tasks`
    const own = (tasks ?? []).map((task) => ({
      id: `task-${task.id}`,
      title: task.title,
      group,
      icon: 'tasks' as const,
      run: () => void router.navigate(toTask(task.id)),
    }))
    const make = {
      id: 'task-new',
      title: t`New task`,
      group,
      icon: 'plus' as const,
      keys: 'a',
      run: () => void router.navigate(toNewTask),
    }
    return [make, ...own]
  }, [t, router, tasks])
  useCommands(commands)
}
