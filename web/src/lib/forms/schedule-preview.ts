/** The next dates of a schedule while it is written, as the server computes them. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { previewSchedule, type SchedulePreviewRequest } from '@/api'
import { zSchedulePreviewRequest } from '@/api/zod.gen'

const WAIT_MS = 250

/** The value as it was before the last hurried changes. */
function useCalm(value: string) {
  const [calm, setCalm] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), WAIT_MS)
    return () => clearTimeout(timer)
  }, [value])
  return calm
}

export function useSchedulePreview(request: SchedulePreviewRequest) {
  const valid = zSchedulePreviewRequest.safeParse(request).success
  const calm = useCalm(JSON.stringify(request))
  return {
    valid,
    dates: useQuery({
      queryKey: ['previewSchedule', calm],
      queryFn: async ({ signal }) =>
        (await previewSchedule({ body: JSON.parse(calm), signal, throwOnError: true })).data.dates,
      enabled: valid && calm === JSON.stringify(request),
      placeholderData: keepPreviousData,
      gcTime: 0,
      retry: false,
    }),
  }
}
