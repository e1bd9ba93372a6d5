/** Freshness: batches, products, recalls, turnover and the shop; each page loaded when it is first opened. */
import { lazyRouteComponent } from '@tanstack/react-router'

export const BatchesPage = lazyRouteComponent(() => import('./list-page'), 'BatchesPage')
export const BatchPage = lazyRouteComponent(() => import('./batch-page'), 'BatchPage')
