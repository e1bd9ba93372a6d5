import { createFileRoute } from '@tanstack/react-router'
import { ProductsPage } from '@/features/freshness'
import { allMessages } from '@/lib/i18n'

export const Route = createFileRoute('/freshness/products')({ loader: allMessages, component: ProductsPage })
