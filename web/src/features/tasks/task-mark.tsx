/** The mark of a task: a square in the colour of its theme, ticked with one tap. */
import type { TaskRead } from '@/api'
import { useMarkColor } from '@/lib/themes'
import { Mark } from '@/ui'
import type { TaskActions } from './actions'

export function TaskMark({ task, actions }: { task: TaskRead; actions: TaskActions }) {
  return (
    <Mark
      shape="square"
      state={task.status}
      color={useMarkColor(task)}
      label={task.title}
      onToggle={() => actions.toggle(task)}
    />
  )
}
