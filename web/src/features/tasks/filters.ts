/** Which tasks are shown and in which order, as it stands in the address. What the API does not know is left out. */
import type { TaskGroup } from '@/api'
import { zListTasksQuery } from '@/api/zod.gen'
import type { TaskQuery } from './queries'

const known = zListTasksQuery.shape

/** The orders offered; `position` is the person's own. */
export const SORTS = ['position', 'priority', 'due', 'name', '-created_at', '-updated_at'] as const
export type Sort = (typeof SORTS)[number]

export interface TaskSearch {
  /** One of the lists; without it everything that is open, in sections. */
  list?: TaskGroup
  sort?: Exclude<Sort, 'position'>
  q?: string
}

/** The filter of an address; the plain page has an empty one. */
export function taskSearch(search: Record<string, unknown>): TaskSearch {
  const list = known.list.safeParse(search.list).data
  const sort = SORTS.find((name) => name === search.sort)
  const q = known.q.safeParse(search.q).data?.trim()
  return { ...(list && { list }), ...(sort && sort !== 'position' && { sort }), ...(q && { q }) }
}

/** What to ask the server for. The open lists are parts of one answer, so that going from one to another is no wait. */
export const queryOf = ({ list, sort, q }: TaskSearch): TaskQuery => ({
  ...(list === 'done'
    ? { status: 'done', sort: '-completed_at' }
    : { status: 'open', sort: sort ?? 'position' }),
  ...(q && { q }),
})

/** Whether fewer tasks are shown than there are, apart from the list and the theme. */
export const isNarrowed = ({ q }: TaskSearch): boolean => q !== undefined
