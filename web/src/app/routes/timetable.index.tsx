import { createFileRoute } from '@tanstack/react-router'
import { TimetableHome } from '@/features/timetable'
import { allMessages } from '@/lib/i18n'

/** The timetable that was opened last, or the first one. */
export const Route = createFileRoute('/timetable/')({ loader: allMessages, component: TimetableHome })
