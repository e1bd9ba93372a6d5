/** What a file would bring: figures, each habit by name, what is left out, what to know. Nothing is written yet. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import type { ImportResult } from '@/api'
import { figure } from '@/lib/dates'
import { regional } from '@/lib/i18n'
import { Button, LedgerList, LedgerRow, Notice, Pill } from '@/ui'
import { isTimetable } from './file-kind'
import { leftOutText } from './left-out'
import { noticeText, refusalOf } from './problems'
import { SessionsPreview } from './sessions-preview'
import { TimetableGoal } from './timetable-goal'
import type { Goal, ImportState } from './use-import'

interface PreviewProps {
  state: Extract<ImportState, { step: 'preview' }>
  onGoal: (goal: Goal) => void
  onConfirm: () => void
  onCancel: () => void
}

export const addsNothing = (plan: ImportResult): boolean => {
  const { habits, check_ins, pauses, tasks, themes, routines, sessions } = plan
  const counts = [
    habits.added,
    habits.restored,
    check_ins.added,
    pauses.added,
    tasks.added,
    tasks.restored,
    themes.added,
    routines.added,
    sessions.added,
  ]
  return counts.every((count) => count === 0)
}

export function Preview({ state, onGoal, onConfirm, onCancel }: PreviewProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { plan, file } = state
  const nothing = addsNothing(plan)
  return (
    <div className="grid gap-6">
      <div>
        <h2 ref={heading} tabIndex={-1} className="text-title leading-tight text-balance outline-none">
          {nothing ? <Trans>All of this is here already</Trans> : <Trans>This is in the file</Trans>}
        </h2>
        <p className="mt-1 text-note wrap-anywhere text-ink-2">{file.name}</p>
      </div>
      <div aria-busy={state.isLooking} className="transition-opacity aria-busy:opacity-60">
        <Figures plan={plan} />
      </div>
      {isTimetable(plan.format) && <TimetableGoal plan={plan} goal={state.goal} onGoal={onGoal} />}
      {state.error ? <Notice tone="bad" role="alert" title={refusalOf(state.error)} /> : null}
      <div className="flex flex-wrap gap-2.5">
        {!nothing && (
          <Button variant="primary" busy={state.isBusy || state.isLooking} onClick={onConfirm}>
            {state.isBusy ? <Trans>Bringing it in …</Trans> : <Trans>Bring it in</Trans>}
          </Button>
        )}
        <Button onClick={onCancel}>
          <Trans>Choose another file</Trans>
        </Button>
      </div>
      <Notices plan={plan} />
      <Habits plan={plan} />
      <SessionsPreview plan={plan} />
    </div>
  )
}

function Figures({ plan }: { plan: ImportResult }) {
  const { t } = useLingui()
  const { habits, check_ins, pauses, tasks, themes, sessions } = plan
  const figures: [number, string][] = [
    [habits.added, t`new habits`],
    [habits.restored, t`habits come back`],
    [habits.present, t`habits you have`],
    [check_ins.done, t`days done`],
    [check_ins.missed, t`days missed`],
    [check_ins.skipped, t`days skipped`],
    [check_ins.present, t`entries you have`],
    [pauses.added, t`pauses`],
    [tasks.added, t`new tasks`],
    [tasks.restored, t`tasks come back`],
    [tasks.present, t`tasks you have`],
    [tasks.completions, t`times a task was done`],
    [themes.added, t`new themes`],
    [themes.present, t`themes you have`],
    [sessions.added, t`new sessions`],
    [sessions.present, t`sessions you have`],
    [sumOf(sessions.left_out), t`left out`],
  ]
  return (
    <dl className="grid grid-cols-2 gap-x-9 gap-y-4 wide:flex wide:flex-wrap">
      {figures.map(([value, label]) => value > 0 && <Figure key={label} value={value} label={label} />)}
    </dl>
  )
}

const sumOf = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0)

function Figure({ value, label }: { value: number; label: string }) {
  const { i18n } = useLingui()
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-small text-ink-2">{label}</dt>
      <dd className="figure text-[2.25rem] leading-none">{figure(value, regional(i18n.locale))}</dd>
    </div>
  )
}

function Notices({ plan }: { plan: ImportResult }) {
  const leftOut = Object.entries(plan.check_ins.left_out).filter(([, count]) => count > 0)
  if (plan.warnings.length + leftOut.length === 0) return null
  return (
    <section className="grid gap-2">
      <h3 className="text-head">
        <Trans>Good to know</Trans>
      </h3>
      <ul className="grid gap-1.5 text-note">
        {plan.warnings.map((notice) => (
          <li key={`${notice.code} ${notice.habit} ${notice.detail}`}>
            {notice.habit && <strong className="font-semibold">{notice.habit}: </strong>}
            <span className="text-ink-2">{noticeText(notice)}</span>
          </li>
        ))}
        {leftOut.map(([reason, count]) => (
          <li key={reason} className="text-ink-2">
            <Trans>Left out: {leftOutText(reason, count)}</Trans>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Habits({ plan }: { plan: ImportResult }) {
  const { t } = useLingui()
  if (plan.by_habit.length === 0) return null
  const outcomes = { added: t`new`, restored: t`comes back`, present: t`you have it` }
  return (
    <LedgerList timeless title={<Trans>Habits</Trans>} aside={plan.by_habit.length} className="mt-0!">
      {plan.by_habit.map((habit, place) => (
        <LedgerRow
          // Names occur twice in real files.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of one answer does not change
          key={place}
          mark={<span className="figure block pl-2 text-ink-3">{place + 1}</span>}
          title={habit.name}
          note={
            <Plural value={habit.check_ins_added} _0="nothing new" one="# new entry" other="# new entries" />
          }
          status={
            <Pill tone={habit.outcome === 'present' ? 'neutral' : 'ok'}>{outcomes[habit.outcome]}</Pill>
          }
        />
      ))}
    </LedgerList>
  )
}
