import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { readMeOptions } from '@/api/@tanstack/react-query.gen'
import { TodayPage } from '@/features/today'
import { isDate } from '@/lib/dates'
import { withMessages } from '@/lib/i18n'
import { isSignedOut } from '@/lib/session'
import { ErrorPage } from '../error-pages'

const LandingPage = lazy(() =>
  withMessages(import('@/features/account')).then((file) => ({ default: file.LandingPage })),
)

/** `/` is today, `/?date=YYYY-MM-DD` a day before it; for who is not signed in, what Almanac is. */
export const Route = createFileRoute('/')({
  validateSearch: (search: Record<string, unknown>): { date?: string } => ({
    date: isDate(search.date) ? search.date : undefined,
  }),
  component: Home,
})

function Home() {
  const { date } = Route.useSearch()
  const me = useQuery(readMeOptions())
  if (me.data) return <TodayPage date={date} />
  if (me.isPending) return null
  if (!isSignedOut(me.error)) return <ErrorPage error={me.error} reset={() => void me.refetch()} />
  return (
    <Suspense fallback={null}>
      <LandingPage />
    </Suspense>
  )
}
