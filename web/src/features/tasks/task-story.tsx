/** What happened to a task so far, in one quiet line at its end. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { TaskRead } from '@/api'
import { longDate } from '@/lib/dates'
import { dayWords } from './words'

export function TaskStory({ task, today }: { task: TaskRead; today: string }) {
  const { t, i18n } = useLingui()
  const { completions_count: count, last_completion: last, created_on } = task
  if (!last) {
    if (!created_on) return null
    const day = longDate(created_on, i18n.locale)
    return <p className="mt-6 text-small text-ink-3">{t`Noted on ${day}`}</p>
  }
  const day = dayWords(last.done_on, today)
  const planned = last.planned?.slice(0, 10)
  const times = plural(count, { one: 'Done once', other: 'Done # times' })
  const done = count === 1 ? t`Done ${day}` : `${times}, ${t`last ${day}`}`
  return (
    <p className="mt-6 text-small text-ink-3">
      {done}
      {planned && planned !== last.done_on && ` · ${t`planned for ${dayWords(planned, today)}`}`}
    </p>
  )
}
