/** Habits: the list, one habit with its past, and the editor. */

export { useHabitCommands } from './commands'
export { HabitPage } from './detail-page'
export { habitSearch } from './filters'
export { EditHabitPage, NewHabitPage } from './form-page'
export { HabitsPage } from './list-page'
