/** Short messages at the edge of the screen, with undo. Their host is loaded after what is seen first. */

export interface ToastOptions {
  /** Takes the change back; shown as the button "Undo". */
  undo?: () => void
  /** Another thing to do about it. */
  action?: { label: string; run: () => void }
  /** Until dismissed. */
  stays?: boolean
  tone?: 'plain' | 'bad'
  /** A second, quiet line. */
  detail?: string
  /** A message with the same id replaces the one before it. */
  id?: string
}

const loadHost = () => import('./toast-host')

/** Has the host at hand before the first message: it may be that the page is offline. */
export const prepareToasts = () => void loadHost().catch(() => undefined)

/** Messages with an undo stay 8 s, refusals until dismissed, others 4 s; hovering and focus hold them. */
export async function showToast(message: string, options: ToastOptions = {}): Promise<void> {
  const host = await loadHost()
  host.show(message, options)
}
