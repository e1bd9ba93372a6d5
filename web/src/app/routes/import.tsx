import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '@/features/portability'

export const Route = createFileRoute('/import')({ component: ImportPage })
