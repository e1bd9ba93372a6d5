/** The router: routes are the files of src/app/routes; after a navigation the focus goes to the page's heading. */
import { createRouter } from '@tanstack/react-router'
import { queryClient } from '@/lib/server-state'
import { isWide } from '@/lib/wide'
import { ErrorPage, NotFoundPage } from './error-pages'
import { routeTree } from './routeTree.gen'

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface HistoryState {
    /** On wide pages this opens or closes something over the page, which keeps the focus itself. */
    keepsFocus?: boolean
  }
}

/**
 * Waits for the page's heading for at most two seconds: it may come with the page's data, and take the place of one
 * that had the focus, or could not have it as its page was on its way out. Whoever has gone on meanwhile is left alone.
 */
function focusHeading(left = document.activeElement, until = performance.now() + 2000) {
  const { activeElement, body } = document
  if (activeElement !== left && activeElement !== body) return
  const heading = document.querySelector<HTMLElement>('main h1')
  if (heading && heading !== activeElement) {
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }
  const now = document.activeElement
  if (performance.now() < until) requestAnimationFrame(() => focusHeading(now, until))
}

router.subscribe('onRendered', ({ fromLocation, toLocation, pathChanged }) => {
  if (toLocation.state.keepsFocus && isWide()) return
  if (fromLocation && pathChanged) focusHeading()
})
