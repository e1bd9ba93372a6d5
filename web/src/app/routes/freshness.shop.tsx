import { createFileRoute } from '@tanstack/react-router'
import { ShopPage } from '@/features/freshness'
import { allMessages } from '@/lib/i18n'

export const Route = createFileRoute('/freshness/shop')({ loader: allMessages, component: ShopPage })
