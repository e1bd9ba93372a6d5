/** What leads out of a timetable, each loaded when it is first opened. */
import { lazy } from 'react'

export const PrintDialog = lazy(() =>
  import('./print-dialog').then((file) => ({ default: file.PrintDialog })),
)
export const ShareDialog = lazy(() =>
  import('./share-dialog').then((file) => ({ default: file.ShareDialog })),
)
export const CalendarDialog = lazy(() =>
  import('./calendar-dialog').then((file) => ({ default: file.CalendarDialog })),
)
