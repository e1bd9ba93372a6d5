import { createFileRoute } from '@tanstack/react-router'
import { NewRoutinePage } from '@/features/timetable'
import { allMessages } from '@/lib/i18n'

export const Route = createFileRoute('/timetable/new')({ loader: allMessages, component: NewRoutinePage })
