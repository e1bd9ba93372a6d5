import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useEffect } from 'react'
import { readMeOptions } from '@/api/@tanstack/react-query.gen'
import { TodayPage } from '@/features/today'
import { isDate } from '@/lib/dates'
import { setOwner } from '@/lib/outbox'
import { LandingPage } from '../landing-page'

/** `/` is today, `/?date=YYYY-MM-DD` a day before it; for who is not signed in, what Almanac is. */
export const Route = createFileRoute('/')({
  validateSearch: (search: Record<string, unknown>): { date?: string } =>
    isDate(search.date) ? { date: search.date } : {},
  component: Home,
})

function Home() {
  const { date } = Route.useSearch()
  const me = useQuery(readMeOptions())
  const id = me.data?.id ?? null
  useEffect(() => setOwner(id), [id])
  if (me.data) return <TodayPage date={date} />
  return me.isPending ? null : <LandingPage />
}
