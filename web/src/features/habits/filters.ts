/** What the list shows, as it stands in the address. Values are the API's own; what it does not know is left out. */
import { zListHabitsQuery } from '@/api/zod.gen'
import type { HabitQuery } from './queries'

const known = zListHabitsQuery.shape
const statusOf = known.status
const kindOf = known.schedule_kind
const sortOf = known.sort

export interface HabitSearch {
  status?: NonNullable<HabitQuery['status']>
  schedule_kind?: NonNullable<HabitQuery['schedule_kind']>
  sort?: NonNullable<HabitQuery['sort']>
}

/** The filter of an address; the plain list has an empty one. */
export function habitSearch(search: Record<string, unknown>): HabitSearch {
  const status = statusOf.safeParse(search.status).data
  const kind = kindOf.safeParse(search.schedule_kind).data
  const sort = sortOf.safeParse(search.sort).data
  return {
    ...(status && status !== 'active' && { status }),
    ...(kind && { schedule_kind: kind }),
    ...(sort && sort !== 'position' && { sort }),
  }
}

/** What to ask the server for: habits that are not in the archive, unless it is asked for. */
export const queryOf = (search: HabitSearch): HabitQuery => ({
  status: search.status ?? 'active',
  sort: search.sort ?? 'position',
  ...(search.schedule_kind && { schedule_kind: search.schedule_kind }),
})
