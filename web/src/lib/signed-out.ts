/** Tells the app that the server no longer knows this session. What was typed or queued stays where it is. */
type Listener = () => void

const listeners = new Set<Listener>()

export const signalSignedOut = (): void => {
  for (const listener of listeners) listener()
}

export const onSignedOut = (listener: Listener) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
