/** Themes: what habits and tasks are gathered under; the page is loaded when it is first wanted. */
import { lazyRouteComponent } from '@tanstack/react-router'

export { useThemeCommands } from './commands'
export const ThemesPage = lazyRouteComponent(() => import('./list-page'), 'ThemesPage')
