/** What can be done with a habit's row: each is one write to the outbox, said in words, and can be taken back. */
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CheckInStatus, HabitEntry, Today } from '@/api'
import { enqueueCheckIn } from '@/lib/check-ins'
import { figure, shortDate } from '@/lib/dates'
import { problemMessage } from '@/lib/problem'
import { showToast } from '@/ui'
import { type Write, writeOf } from './check-in'
import { addAmounts, stepOf } from './step'
import { afterPaint, paint } from './sync'

export interface HabitActions {
  /** One tap: done, or back to open. */
  toggle: (entry: HabitEntry) => void
  say: (entry: HabitEntry, status: CheckInStatus) => void
  takeBack: (entry: HabitEntry) => void
  step: (entry: HabitEntry) => void
  write: (entry: HabitEntry, write: Write) => void
}

/** Whether one tap can fill the row: a daily amount to reach is filled, any other amount has to be named. */
export const isTickable = ({ habit_kind, target, target_kind, target_per }: HabitEntry): boolean =>
  habit_kind === 'check' || (target !== null && target_kind === 'at_least' && target_per === 'day')

function ticked(entry: HabitEntry): Write {
  const amount = entry.habit_kind === 'measure' ? Math.max(entry.amount ?? 0, entry.target ?? 0) : null
  return { status: 'done', amount, note: entry.note }
}

export function useCheckIns(day: Pick<Today, 'date' | 'today'> | undefined): HabitActions {
  const { t, i18n } = useLingui()
  const client = useQueryClient()
  const { date, today } = day ?? { date: '', today: '' }
  return useMemo(() => {
    const send = (entry: HabitEntry, write: Write, label: string) => {
      void client.cancelQueries({ queryKey: [{ _id: 'readToday' }] })
      paint(client, { habitId: entry.id, date }, write)
      return enqueueCheckIn(entry.id, date, write, label)
    }

    const words = (entry: HabitEntry, write: Write): string => {
      const name = entry.title
      if (write === null) return t`${name}: open again`
      if (write.status === 'skipped') return t`${name}: skipped`
      if (write.status === 'missed') return t`${name}: not done`
      if (typeof write.amount !== 'number') return t`${name}: done`
      return `${name}: ${figure(write.amount, i18n.locale)} ${entry.unit}`.trim()
    }

    const write = (entry: HabitEntry, next: Write) => {
      const before = writeOf(entry, date < today)
      const label = `${words(entry, next)} · ${shortDate(date, i18n.locale)}`
      const undone = `${words(entry, before)} · ${shortDate(date, i18n.locale)}`
      send(entry, next, label).catch((error) => showToast(problemMessage(error), { tone: 'bad' }))
      afterPaint(() => {
        void showToast(words(entry, next), {
          id: 'check-in',
          undo: () => void send(entry, before, undone),
        })
      })
    }

    return {
      write,
      toggle: (entry) => write(entry, entry.state === 'done' ? null : ticked(entry)),
      say: (entry, status) =>
        write(entry, status === 'done' ? ticked(entry) : { status, amount: entry.amount, note: entry.note }),
      takeBack: (entry) => write(entry, null),
      step: (entry) => {
        const amount = addAmounts(entry.amount, stepOf(entry))
        write(entry, { status: 'done', amount, note: entry.note })
      },
    }
  }, [t, i18n, client, date, today])
}
