import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '@/features/portability'
import { allMessages } from '@/lib/i18n'

export const Route = createFileRoute('/import')({ loader: allMessages, component: ImportPage })
