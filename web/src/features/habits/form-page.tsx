/** Making and changing a habit: one page, from the name down to what few people need. */
import { useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { createHabit, type HabitRead, type UserRead, updateHabit } from '@/api'
import { readHabitOptions, readHabitQueryKey } from '@/api/@tanstack/react-query.gen'
import { refreshHabits } from '@/lib/check-ins'
import { weekdayOf } from '@/lib/schedule-words'
import { useMe } from '@/lib/session'
import { themeOfFilter, useThemeFilter } from '@/lib/themes'
import { useTodayDate } from '@/lib/today'
import { DayHeadline, LedgerSkeleton, Page } from '@/ui'
import { bodyOf, formOf, type HabitForm, newHabit, updateOf } from './form-model'
import { HabitEditor } from './habit-editor'

export function NewHabitPage() {
  const { t } = useLingui()
  const today = useTodayDate()
  const me = useMe()
  return (
    <Page title={t`New habit`}>
      <DayHeadline title={t`New habit`} meta={t`Something that comes round again`} />
      {today && me ? <Create me={me} today={today} /> : <LedgerSkeleton label={t`One moment`} />}
    </Page>
  )
}

function Create({ me, today }: { me: UserRead; today: string }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  // What is made while one theme is shown belongs to it, and stays in sight.
  const theme = themeOfFilter(useThemeFilter())
  const create = useMutation({
    mutationFn: (form: HabitForm) => createHabit({ body: bodyOf(form), throwOnError: true }),
    onSuccess: ({ data }) => {
      void refreshHabits(client)
      void navigate({ to: '/habits/$id', params: { id: data.id }, replace: true })
    },
  })
  return (
    <HabitEditor
      start={newHabit(today, weekdayOf(today), theme)}
      owner={me.id}
      weekStart={me.week_start}
      today={today}
      save={create.mutateAsync}
      onCancel={() => void navigate({ to: '/habits' })}
    />
  )
}

export function EditHabitPage({ id }: { id: string }) {
  const { t } = useLingui()
  const today = useTodayDate()
  const me = useMe()
  const habit = useQuery({ ...readHabitOptions({ path: { habit_id: id } }), throwOnError: true })
  return (
    <Page title={t`Edit habit`}>
      <DayHeadline title={t`Edit habit`} meta={habit.data?.name ?? t`One moment`} />
      {today && me && habit.data ? (
        <Edit habit={habit.data} me={me} today={today} />
      ) : (
        <LedgerSkeleton label={t`One moment`} />
      )}
    </Page>
  )
}

function Edit({ habit, me, today }: { habit: HabitRead; me: UserRead; today: string }) {
  const { i18n } = useLingui()
  const client = useQueryClient()
  const navigate = useNavigate()
  const path = { habit_id: habit.id }
  const before = formOf(habit, today, weekdayOf(today), i18n.locale)
  const back = () => void navigate({ to: '/habits/$id', params: { id: habit.id }, replace: true })
  const update = useMutation({
    mutationFn: (form: HabitForm) => updateHabit({ path, body: updateOf(form, before), throwOnError: true }),
    onSuccess: ({ data }) => {
      client.setQueryData(readHabitQueryKey({ path }), data)
      void refreshHabits(client)
      back()
    },
  })
  return (
    <HabitEditor
      before={before}
      start={before}
      owner={me.id}
      subject={habit.id}
      weekStart={me.week_start}
      today={today}
      save={update.mutateAsync}
      onCancel={back}
    />
  )
}
