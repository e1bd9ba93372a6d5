import { createFileRoute } from '@tanstack/react-router'
import { NewHabitPage } from '@/features/habits'
import { allMessages } from '@/lib/i18n'

export const Route = createFileRoute('/habits/new')({ loader: allMessages, component: NewHabitPage })
