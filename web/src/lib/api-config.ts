/** How the generated client talks to the server: same origin, and every refusal is a Problem. */
import { Problem, problemOf } from './problem'
import { signalSignedOut } from './signed-out'

/** `fetch` that throws a Problem instead of answering with an error status. */
export const apiFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, init).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new Problem(0, 'unreachable', '')
  })
  if (response.ok) return response
  const problem = await problemOf(response, Date.now())
  if (problem.code === 'not_signed_in') signalSignedOut()
  throw problem
}

/** Called by the generated client at start; typed by what it adds, so that it stands before anything is generated. */
export const createClientConfig = <C extends object>(config?: C) => ({
  ...(config as C),
  baseUrl: '',
  credentials: 'same-origin' as const,
  throwOnError: true as const,
  fetch: apiFetch,
})
