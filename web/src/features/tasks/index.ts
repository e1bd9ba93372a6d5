/** Tasks: the lists, one task in its sheet or on its page, and what the palette offers; loaded when first wanted. */
import { lazyRouteComponent } from '@tanstack/react-router'
import { lazy } from 'react'

export { useTaskCommands } from './commands'
export const TasksPage = lazyRouteComponent(() => import('./list-page'), 'TasksPage')
export const QuickAddDialog = lazy(() =>
  import('./quick-add-dialog').then((file) => ({ default: file.QuickAddDialog })),
)
