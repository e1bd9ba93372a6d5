/** Short messages at the edge of the screen, with undo. The host is loaded with the first message. */

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

/** Messages with an undo stay 8 s, refusals until dismissed, others 4 s; hovering and focus hold them. */
export async function showToast(message: string, options: ToastOptions = {}): Promise<void> {
  const host = await import('./toast-host')
  host.show(message, options)
}
