/** Writing check-ins: one lane per habit in the outbox, and which reads are stale once the server has taken one. */
import type { QueryClient } from '@tanstack/react-query'
import type { CheckInWrite } from '@/api'
import { enqueue, onSent } from './outbox'

const LANE = 'habits/'

/** Keep what happened on a date (null takes it back) until the server has it. */
export const enqueueCheckIn = (
  habitId: string,
  date: string,
  write: CheckInWrite | null,
  label: string,
): Promise<void> =>
  enqueue({
    lane: LANE + habitId,
    method: write ? 'PUT' : 'DELETE',
    url: `/api/v1/habits/${habitId}/check-ins/${date}`,
    label,
    ...(write && { body: write }),
  })

const READS_OF_HABITS = new Set([
  'listHabits',
  'readHabit',
  'readCalendar',
  'readStrength',
  'listCheckIns',
  'listPauses',
  'readToday',
  'listDays',
])

/** Read again all that depends on habits, their check-ins or pauses. */
export const refreshHabits = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({
    predicate: ({ queryKey }) =>
      READS_OF_HABITS.has((queryKey[0] as { _id?: string } | undefined)?._id ?? ''),
  })

/** Read again whenever the server has taken a check-in. Answers a function that stops it. */
export const refreshAfterSending = (client: QueryClient) =>
  onSent((op) => {
    if (op.lane.startsWith(LANE)) void refreshHabits(client)
  })
