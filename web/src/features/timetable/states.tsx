/** Before there is something to show: the grid is on its way. */
import { useLingui } from '@lingui/react/macro'
import { Skeleton } from '@/ui'

export function GridSkeleton() {
  const { t } = useLingui()
  return (
    <div role="status" aria-label={t`The timetable is on its way`} className="mt-3.5 grid gap-4">
      <Skeleton className="h-11 w-full max-w-120" />
      <Skeleton className="h-135 w-full" />
    </div>
  )
}
