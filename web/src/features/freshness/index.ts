/** Freshness: batches, products, labels, recalls, turnover and the shop; each page loaded when it is first opened. */
import { lazyRouteComponent } from '@tanstack/react-router'

export { useFreshnessCommands } from './commands'
export const BatchesPage = lazyRouteComponent(() => import('./list-page'), 'BatchesPage')
export const BatchPage = lazyRouteComponent(() => import('./batch-page'), 'BatchPage')
export const ProductsPage = lazyRouteComponent(() => import('./products-page'), 'ProductsPage')
export const LabelsPage = lazyRouteComponent(() => import('./labels-page'), 'LabelsPage')
export const RecallPage = lazyRouteComponent(() => import('./recall-page'), 'RecallPage')
export const TurnoverPage = lazyRouteComponent(() => import('./turnover-page'), 'TurnoverPage')
export const ShopPage = lazyRouteComponent(() => import('./shop-page'), 'ShopPage')
export const ImportPage = lazyRouteComponent(() => import('./bring-in/page'), 'ImportPage')
