/** Ways to what opens over a timetable. */

/** In place of a session: a new one. */
export const NEW = 'new'

/** A timetable, or without one the last that was open, with a new session begun on it. */
export const toNewSession = (routineId: string) =>
  ({ to: '/timetable/$routineId', params: { routineId }, search: { session: NEW } }) as const
