import { createFileRoute } from '@tanstack/react-router'
import { MorePage } from '../more-page'

export const Route = createFileRoute('/more')({ component: MorePage })
