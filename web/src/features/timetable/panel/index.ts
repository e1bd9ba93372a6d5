/** The side panel of a session and cancelling, loaded when they are first opened. */
import { lazy } from 'react'

export type { NewSessionPanelProps, SessionPanelProps } from './session-panel'

const panel = () => import('./session-panel')

export const NewSessionPanel = lazy(() => panel().then((file) => ({ default: file.NewSessionPanel })))
export const SessionPanel = lazy(() => panel().then((file) => ({ default: file.SessionPanel })))
export const CancelDialog = lazy(() =>
  import('./cancel-dialog').then((file) => ({ default: file.CancelDialog })),
)
