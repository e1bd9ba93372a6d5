/** Which timetable was opened last in this browser. */
import { readChoice, writeChoice } from '@/lib/storage'

const KEY = 'timetable'

export const lastRoutine = (): string | null => readChoice(KEY)
export const rememberRoutine = (id: string): void => writeChoice(KEY, id)
