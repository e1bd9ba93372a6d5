/** Habits: the list, one habit with its past, and the editor; each page is loaded when it is first wanted. */
import { lazyRouteComponent } from '@tanstack/react-router'

export { useHabitCommands } from './commands'
export const HabitsPage = lazyRouteComponent(() => import('./list-page'), 'HabitsPage')
export const HabitPage = lazyRouteComponent(() => import('./detail-page'), 'HabitPage')
export const NewHabitPage = lazyRouteComponent(() => import('./form-page'), 'NewHabitPage')
export const EditHabitPage = lazyRouteComponent(() => import('./form-page'), 'EditHabitPage')
