/** Recording a day: shown at once, kept in the outbox, taken back by undo. Figures follow from the server. */
import { useLingui } from '@lingui/react/macro'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import type { Calendar, CheckInList, CheckInRead, CheckInWrite, DayState, HabitList, HabitRead } from '@/api'
import { enqueueCheckIn } from '@/lib/check-ins'
import { longDate } from '@/lib/dates'
import { showProblem } from '@/lib/show-problem'
import { useTodayDate } from '@/lib/today'
import { showToast } from '@/ui'

export interface Recording {
  habit: HabitRead
  date: string
  write: CheckInWrite | null
  /** What stood there before, for undo. */
  before: CheckInWrite | null
}

/** A day until the server has judged it: what the person said. */
function shownState(write: CheckInWrite | null, was: DayState, isPast: boolean): DayState {
  if (was === 'paused') return was
  if (!write) {
    if (was === 'extra' || was === 'off') return 'off'
    return isPast ? 'missed' : 'open'
  }
  if (write.status !== 'done') return write.status
  if (was === 'off' || was === 'extra') return 'extra'
  return 'done'
}

type Key = { _id?: string; path?: { habit_id?: string } }

const isOf = (id: string, habitId?: string) => ({
  predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => {
    const key = (queryKey[0] ?? {}) as Key
    return key._id === id && (!habitId || key.path?.habit_id === habitId)
  },
})

function showNow(client: QueryClient, { habit, date, write }: Recording, today: string) {
  const todays = (row: HabitRead): HabitRead =>
    row.id !== habit.id || date !== today
      ? row
      : {
          ...row,
          state_today: shownState(write, row.state_today, false),
          amount_today: write?.amount ?? null,
          note_today: write?.note ?? '',
        }
  client.setQueriesData<HabitList>(
    isOf('listHabits'),
    (list) => list && { ...list, data: list.data.map(todays) },
  )
  client.setQueriesData<HabitRead>(isOf('readHabit', habit.id), (row) => row && todays(row))
  client.setQueriesData<Calendar>(isOf('readCalendar', habit.id), (calendar) =>
    calendar?.year === Number(date.slice(0, 4))
      ? {
          ...calendar,
          days: calendar.days.map((day) =>
            day.date === date
              ? {
                  ...day,
                  state: shownState(write, day.state, date < today),
                  amount: write?.amount ?? null,
                }
              : day,
          ),
        }
      : calendar,
  )
  client.setQueriesData<CheckInList>(
    isOf('listCheckIns', habit.id),
    (list) => list && recorded(list, date, write),
  )
}

function recorded(list: CheckInList, date: string, write: CheckInWrite | null): CheckInList {
  const others = list.data.filter((row) => row.date !== date)
  const row = write && { date, status: write.status, amount: write.amount ?? null, note: write.note ?? '' }
  const data = (row ? [...others, row] : others).sort((a, b) => b.date.localeCompare(a.date))
  return { ...list, data, count: data.length }
}

/** What is recorded for today, as it would be written again. */
export function writtenToday(habit: HabitRead): CheckInWrite | null {
  const said = { amount: habit.amount_today, note: habit.note_today }
  if (habit.state_today === 'done' || habit.state_today === 'extra') return { status: 'done', ...said }
  if (habit.state_today === 'skipped' || habit.state_today === 'missed')
    return habit.amount_today === null ? { status: habit.state_today, ...said } : { status: 'done', ...said }
  return habit.amount_today === null && !habit.note_today ? null : { status: 'done', ...said }
}

export const asWrite = (row: CheckInRead | undefined): CheckInWrite | null =>
  row ? { status: row.status, amount: row.amount, note: row.note } : null

/** Answers a function that records a day and offers undo. */
export function useRecord() {
  const { t, i18n } = useLingui()
  const client = useQueryClient()
  const today = useTodayDate()
  const apply = async (recording: Recording) => {
    const { habit, date, write } = recording
    const day = longDate(date, i18n.locale)
    const words = { done: t`done`, skipped: t`skipped`, missed: t`not done` }
    const said = write ? words[write.status] : t`not recorded`
    await client.cancelQueries(isOf('listHabits'))
    showNow(client, recording, today ?? date)
    await enqueueCheckIn(habit.id, date, write, `${habit.name}: ${said}, ${day}`)
    return `${habit.name}: ${said}`
  }
  return async (recording: Recording) => {
    const message = await apply(recording).catch(showProblem)
    if (!message) return
    const undo = () =>
      void apply({ ...recording, write: recording.before, before: recording.write }).catch(showProblem)
    void showToast(message, {
      undo,
      id: `record-${recording.habit.id}-${recording.date}`,
      ...(recording.date !== today && { detail: longDate(recording.date, i18n.locale) }),
    })
  }
}
