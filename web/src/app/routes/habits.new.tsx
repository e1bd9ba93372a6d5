import { createFileRoute } from '@tanstack/react-router'
import { NewHabitPage } from '@/features/habits'

export const Route = createFileRoute('/habits/new')({ component: NewHabitPage })
