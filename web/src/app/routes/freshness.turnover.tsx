import { createFileRoute } from '@tanstack/react-router'
import { TurnoverPage } from '@/features/freshness'
import { allMessages } from '@/lib/i18n'

export const Route = createFileRoute('/freshness/turnover')({ loader: allMessages, component: TurnoverPage })
