/** The link to a calendar: made, given other areas, taken back. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Area, deleteFeed, type FeedList, type FeedRead, openFeed, updateFeed } from '@/api'
import { listFeedsQueryKey } from '@/api/@tanstack/react-query.gen'
import { zArea } from '@/api/zod.gen'

/** A counter's shelf would fill a phone, so it is there by choice. */
const AT_FIRST = zArea.options.filter((area) => area !== 'freshness')

export function useFeeds(feed: FeedRead | undefined, routineId: string | null) {
  const client = useQueryClient()
  const [chosen, setChosen] = useState<Area[]>()
  const show = (change: (feeds: FeedRead[]) => FeedRead[]) =>
    client.setQueryData<FeedList>(listFeedsQueryKey(), (list) => list && { ...list, data: change(list.data) })
  const put = (made: FeedRead) => show((feeds) => [...feeds.filter(({ id }) => id !== made.id), made])
  const areas = chosen ?? feed?.areas ?? AT_FIRST
  const make = useMutation({
    mutationFn: async () => {
      const body = routineId === null ? { areas } : { routine_id: routineId }
      return (await openFeed({ body, throwOnError: true })).data
    },
    onSuccess: put,
  })
  const change = useMutation({
    mutationFn: async (next: Area[]) =>
      (await updateFeed({ path: { feed_id: feed?.id ?? '' }, body: { areas: next }, throwOnError: true }))
        .data,
    onSuccess: put,
    onError: () => setChosen(undefined),
  })
  const revoke = useMutation({
    mutationFn: () => deleteFeed({ path: { feed_id: feed?.id ?? '' }, throwOnError: true }),
    onSuccess: () => {
      make.reset()
      show((feeds) => feeds.filter(({ id }) => id !== feed?.id))
    },
  })
  const setAreas = (next: Area[]) => {
    setChosen(next)
    // A calendar without anything in it is none: the choice waits for one more.
    if (feed && next.length > 0) change.mutate(next)
  }
  return { make, change, revoke, areas, setAreas }
}
