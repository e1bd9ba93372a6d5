/** A session that was drawn: what it is, in one line. Known subjects bring their place and colour along. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import type { RoutineRead, SessionCreate, SessionRead } from '@/api'
import { wallTime } from '@/lib/wall-time'
import { Button, Field, Input, SegmentedControl } from '@/ui'
import type { GridDay } from './grid/blocks'
import type { Place } from './grid/geometry'
import { GridPopover } from './grid-popover'
import { placeWords, weekName } from './words'

interface DraftProps {
  place: Place
  days: readonly GridDay[]
  routine: RoutineRead
  /** The week of the rotation that is shown; null where weeks do not differ. */
  week: number | null
  onSave: (body: SessionCreate) => void
  onMore: (body: SessionCreate) => void
  onClose: () => void
}

/** What sessions of one subject share. */
const likeness = (session: SessionRead | undefined): Partial<SessionCreate> =>
  session
    ? {
        kind: session.kind,
        location: session.location,
        color: session.color,
        theme_id: session.theme_id,
      }
    : {}

export function DraftPopover({ place, days, routine, week, onSave, onMore, onClose }: DraftProps) {
  const { t } = useLingui()
  const listId = useId()
  const [subject, setSubject] = useState('')
  const [scope, setScope] = useState<'week' | 'every'>('week')
  const [error, setError] = useState<string>()
  const subjects = [...new Set(routine.sessions.map((session) => session.subject))]
  const body = (): SessionCreate => {
    const name = subject.trim()
    return {
      ...likeness(routine.sessions.findLast((session) => session.subject === name)),
      subject: name,
      weekday: days[place.day]?.weekday ?? 'mon',
      week: scope === 'week' ? week : null,
      starts: wallTime(place.starts),
      minutes: place.minutes,
    }
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (subject.trim()) onSave(body())
    else setError(t`Say what it is`)
  }
  return (
    // What was typed is not lost by a tap elsewhere.
    <GridPopover label={t`New session`} onClose={() => (subject.trim() ? onSave(body()) : onClose())}>
      <form
        onSubmit={save}
        noValidate
        className="grid gap-3"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onClose()
        }}
      >
        <p className="text-note text-ink-2">{placeWords(place, days)}</p>
        <Field label={t`Subject`} error={error}>
          {(control) => (
            <Input
              {...control}
              value={subject}
              maxLength={120}
              list={listId}
              autoComplete="off"
              enterKeyHint="done"
              onChange={(event) => {
                setSubject(event.target.value)
                setError(undefined)
              }}
            />
          )}
        </Field>
        <datalist id={listId}>
          {subjects.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        {week !== null && (
          <SegmentedControl
            label={t`Which weeks`}
            value={scope}
            onChange={setScope}
            choices={[
              { value: 'week', label: weekName(week) },
              { value: 'every', label: t`Every week` },
            ]}
          />
        )}
        <div className="flex justify-end gap-2">
          <Button variant="quiet" onClick={() => onMore(body())}>
            <Trans>More</Trans>
          </Button>
          <Button type="submit" variant="primary">
            <Trans>Add</Trans>
          </Button>
        </div>
      </form>
    </GridPopover>
  )
}
