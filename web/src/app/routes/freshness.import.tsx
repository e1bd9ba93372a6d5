import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '@/features/freshness'
import { allMessages } from '@/lib/i18n'

export const Route = createFileRoute('/freshness/import')({ loader: allMessages, component: ImportPage })
