/** Making a timetable and changing one: a page each, with the same fields. */
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RoutineRead, UserRead } from '@/api'
import { newId } from '@/lib/ids'
import { useMe } from '@/lib/session'
import { showProblem } from '@/lib/show-problem'
import { enqueueRoutine } from '@/lib/timetable-ops'
import { saveRoutine } from '@/lib/timetable-saving'
import { DayHeadline, LedgerSkeleton, Page, showToast } from '@/ui'
import '../problems'
import { useRoutine } from '../queries'
import { UnreadRoutine } from '../states'
import { bodyOf, formOf, type RoutineForm, updateOf } from './form-model'
import { RoutineEditor } from './routine-editor'
import { TemplateChoice } from './template-choice'
import { startOf, templates } from './templates'

export function NewRoutinePage() {
  const { t } = useLingui()
  const me = useMe()
  return (
    <Page title={t`New timetable`}>
      <DayHeadline title={t`New timetable`} meta={t`A week that comes again, or several in turn`} />
      {me ? <Create me={me} /> : <LedgerSkeleton label={t`One moment`} />}
    </Page>
  )
}

function Create({ me }: { me: UserRead }) {
  const { t, i18n } = useLingui()
  const client = useQueryClient()
  const navigate = useNavigate()
  // Made once: sent twice, it is the same timetable.
  const [routineId] = useState(newId)
  const save = async (form: RoutineForm) => {
    const body = bodyOf(form)
    const message = t`${body.name}: new timetable`
    const saved = await saveRoutine(client, routineId, { kind: 'save', body }, message)
    if (!saved) void showToast(t`${body.name} is sent as soon as the server can be reached`)
    return navigate({
      to: '/timetable/$routineId',
      params: { routineId },
      search: { view: 'pattern' },
      replace: true,
    })
  }
  return (
    <RoutineEditor
      start={startOf('plain', i18n._(templates.plain.name))}
      owner={me.id}
      subject="new"
      weekStart={me.week_start}
      save={save}
      onCancel={() => void navigate({ to: '/timetable' })}
    >
      <TemplateChoice />
    </RoutineEditor>
  )
}

export function RoutineSettingsPage({ id }: { id: string }) {
  const { t } = useLingui()
  const me = useMe()
  const { query, routine } = useRoutine(id)
  return (
    <Page title={t`Settings of the timetable`}>
      <DayHeadline
        title={t`Settings of the timetable`}
        meta={routine?.name ?? (query.isError ? undefined : t`One moment`)}
      />
      {routine && me ? (
        <Edit key={routine.id} routine={routine} me={me} />
      ) : query.isError ? (
        <UnreadRoutine error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LedgerSkeleton label={t`One moment`} />
      )}
    </Page>
  )
}

function Edit({ routine, me }: { routine: RoutineRead; me: UserRead }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const navigate = useNavigate()
  // What the fields began with: what changes elsewhere meanwhile is not taken for typed.
  const [before] = useState(() => formOf(routine))
  const back = () =>
    void navigate({ to: '/timetable/$routineId', params: { routineId: routine.id }, replace: true })
  const save = async (form: RoutineForm) => {
    const body = updateOf(form, before)
    if (Object.keys(body).length === 0) return back()
    await saveRoutine(client, routine.id, { kind: 'update', body }, t`${form.name}: changed`)
    const undo = () =>
      enqueueRoutine(
        routine.id,
        { kind: 'update', body: updateOf(before, form) },
        t`${before.name}: as before`,
      )
    void showToast(t`${form.name}: changed`, { undo: () => void undo().catch(showProblem) })
    back()
  }
  return (
    <RoutineEditor
      start={before}
      isKept
      owner={me.id}
      subject={routine.id}
      weekStart={me.week_start}
      save={save}
      onCancel={back}
    />
  )
}
