/** Statistics: what was due and done, and what that says; the page is loaded when it is first wanted. */
import { lazyRouteComponent } from '@tanstack/react-router'

export const StatisticsPage = lazyRouteComponent(() => import('./page'), 'StatisticsPage')
