/** What can be done with the rows of a day, by tap, menu and key. */
import type { HabitEntry } from '@/api'
import type { Entry } from './entries'
import type { HabitActions } from './use-check-ins'
import type { TaskActions } from './use-task-actions'

export interface DayActions {
  habits: HabitActions
  tasks: TaskActions
  onEdit: (entry: HabitEntry, field: 'amount' | 'note') => void
  /** One tap on the row's mark. */
  onTap: (entry: Entry) => void
}
