/** Tells the person why something was refused, with the number to ask about. */
import { showToast } from '@/ui'
import { Problem, problemMessage } from './problem'

export function showProblem(error: unknown): void {
  const requestId = error instanceof Problem ? error.requestId : undefined
  void showToast(problemMessage(error), { tone: 'bad', stays: true, ...(requestId && { detail: requestId }) })
}
