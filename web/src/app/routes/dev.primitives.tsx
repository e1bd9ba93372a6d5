import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { NotFoundPage } from '../error-pages'

/** Only in development builds: elsewhere the branch, and with it the page's code, is dropped by the build. */
const component = __DEV_PAGES__
  ? lazyRouteComponent(() => import('../dev/primitives-page'), 'PrimitivesPage')
  : NotFoundPage

export const Route = createFileRoute('/dev/primitives')({ component })
