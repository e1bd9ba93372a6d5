/** The overlays of the shell, each loaded when it is first opened. */
import { lazy, Suspense } from 'react'
import { withMessages } from '@/lib/i18n'
import { showOverlay, useOverlay } from './overlay-state'

const Palette = lazy(() => withMessages(import('./palette')).then((file) => ({ default: file.Palette })))
const KeysSheet = lazy(() =>
  withMessages(import('./keys-sheet')).then((file) => ({ default: file.KeysSheet })),
)
const OutboxSheet = lazy(() =>
  withMessages(import('./outbox-sheet')).then((file) => ({ default: file.OutboxSheet })),
)
const SignInAgain = lazy(() =>
  withMessages(import('@/features/account')).then((file) => ({ default: file.SignInAgain })),
)
const SignOut = lazy(() =>
  withMessages(import('@/features/account')).then((file) => ({ default: file.SignOutDialog })),
)
// Not overlays, but what the palette offers: nothing of it is needed for the first paint.
const HabitCommands = lazy(() =>
  withMessages(import('./habit-commands')).then((file) => ({ default: file.HabitCommands })),
)
const ThemeCommands = lazy(() =>
  withMessages(import('./theme-commands')).then((file) => ({ default: file.ThemeCommands })),
)
const TaskCommands = lazy(() =>
  withMessages(import('./task-commands')).then((file) => ({ default: file.TaskCommands })),
)
const TimetableCommands = lazy(() =>
  withMessages(import('./timetable-commands')).then((file) => ({ default: file.TimetableCommands })),
)
const FreshnessCommands = lazy(() =>
  withMessages(import('./freshness-commands')).then((file) => ({ default: file.FreshnessCommands })),
)
const QuickAdd = lazy(() => withMessages(import('./quick-add')).then((file) => ({ default: file.QuickAdd })))

const close = (open: boolean) => {
  if (!open) showOverlay(null)
}

export function Overlays() {
  const overlay = useOverlay()
  return (
    <Suspense fallback={null}>
      <HabitCommands />
      <TaskCommands />
      <TimetableCommands />
      <FreshnessCommands />
      <QuickAdd />
      <ThemeCommands />
      {overlay === 'palette' && <Palette onOpenChange={close} />}
      {overlay === 'keys' && <KeysSheet onOpenChange={close} />}
      {overlay === 'sign-in' && <SignInAgain onOpenChange={close} />}
      {overlay === 'sign-out' && <SignOut onOpenChange={close} />}
      {overlay === 'outbox' && <OutboxSheet onOpenChange={close} />}
    </Suspense>
  )
}
