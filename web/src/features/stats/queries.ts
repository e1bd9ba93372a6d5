/** What the page reads, and when it reads it again. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { RangeName } from '@/api'
import { readStatisticsOptions } from '@/api/@tanstack/react-query.gen'
import { onSent } from '@/lib/outbox'
import { useThemeFilter } from '@/lib/themes'

/** The figures of a range, of the theme that is shown. Every check-in changes them. */
export function useStatistics(range: RangeName) {
  const client = useQueryClient()
  const query = { range, ...useThemeFilter().query }
  useEffect(
    () =>
      onSent(
        () =>
          void client.invalidateQueries({
            predicate: ({ queryKey }) => (queryKey[0] as { _id?: string })._id === 'readStatistics',
          }),
      ),
    [client],
  )
  return useQuery({
    ...readStatisticsOptions({ query }),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  })
}
