import { createFileRoute } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { TodayPage } from '@/features/today'
import { isDate } from '@/lib/dates'
import { withMessages } from '@/lib/i18n'
import { ErrorPage } from '../error-pages'
import { useWho } from '../session'

const LandingPage = lazy(() =>
  withMessages(import('@/features/account')).then((file) => ({ default: file.LandingPage })),
)

/** `/` is today, `/?date=YYYY-MM-DD` a day before it, `?theme=` shows one theme; for visitors, what Almanac is. */
export const Route = createFileRoute('/')({
  validateSearch: (search: Record<string, unknown>): { date?: string; theme?: string } => ({
    date: isDate(search.date) ? search.date : undefined,
    theme: typeof search.theme === 'string' ? search.theme : undefined,
  }),
  component: Home,
})

function Home() {
  const { date } = Route.useSearch()
  const { me, isVisitor, error, retry } = useWho()
  if (me) return <TodayPage date={date} />
  if (!isVisitor) return error ? <ErrorPage error={error} reset={retry} /> : null
  return (
    <Suspense fallback={null}>
      <LandingPage />
    </Suspense>
  )
}
