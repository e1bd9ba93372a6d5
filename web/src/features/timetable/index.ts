/** The timetable: weeks on a grid, on their dates or as a pattern; loaded when first wanted. */
import { lazyRouteComponent } from '@tanstack/react-router'

export { useTimetableCommands } from './commands'
export const TimetableHome = lazyRouteComponent(() => import('./home'), 'TimetableHome')
export const RoutinePage = lazyRouteComponent(() => import('./page'), 'RoutinePage')
export const NewRoutinePage = lazyRouteComponent(() => import('./settings/form-page'), 'NewRoutinePage')
export const RoutineSettingsPage = lazyRouteComponent(
  () => import('./settings/form-page'),
  'RoutineSettingsPage',
)
