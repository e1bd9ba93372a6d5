/** The fields of a session, and how they become what the API takes. */
import type { SessionCreate, SessionKind, SessionRead, SessionUpdate, Weekday } from '@/api'
import { whole } from '@/lib/forms/schedule-form'
import { DAY_MINUTES, minutesOf, wallTime } from '@/lib/wall-time'

export interface SessionForm {
  kind: SessionKind
  subject: string
  weekday: Weekday
  /** Empty for every week of the rotation. */
  week: string
  starts: string
  ends: string
  /** How long, in minutes; it and the end follow each other. */
  minutes: string
  location: string
  note: string
  /** Empty for the colour of its theme. */
  color: string
  /** Empty for none. */
  theme_id: string
}

/** A new session, with what is known of it already. */
export type Start = Omit<SessionCreate, 'subject'> & { subject?: string }

/** The fields of a new session; without a length of its own it is as long as sessions of its routine are. */
export const newSession = (start: Start, usualMinutes: number, theme = ''): SessionForm =>
  formOf({
    kind: start.kind ?? 'class',
    subject: start.subject ?? '',
    weekday: start.weekday,
    week: start.week ?? null,
    starts: start.starts,
    minutes: start.minutes ?? usualMinutes,
    location: start.location ?? '',
    note: start.note ?? '',
    color: start.color ?? null,
    theme_id: start.theme_id ?? (theme || null),
  })

type Written = Pick<
  SessionRead,
  'kind' | 'subject' | 'weekday' | 'week' | 'starts' | 'minutes' | 'location' | 'note' | 'color' | 'theme_id'
>

/** The fields of a session that is there already. */
export const formOf = (session: Written): SessionForm => ({
  kind: session.kind,
  subject: session.subject,
  weekday: session.weekday,
  week: session.week === null ? '' : String(session.week),
  starts: session.starts,
  ends: endAfter(session.starts, session.minutes),
  minutes: String(session.minutes),
  location: session.location,
  note: session.note,
  color: session.color ?? '',
  theme_id: session.theme_id ?? '',
})

const isTime = (text: string) => /^\d{2}:\d{2}$/.test(text)

/** When a session ends; empty while it is not known when it begins or how long it is. */
export function endAfter(starts: string, minutes: number): string {
  return isTime(starts) && Number.isInteger(minutes) && minutes > 0
    ? wallTime(minutesOf(starts) + minutes)
    : ''
}

/** How long it is from one time to another; the other is a time of the next day where it is not later. */
export function minutesBetween(starts: string, ends: string): string {
  if (!isTime(starts) || !isTime(ends)) return ''
  const length = minutesOf(ends) - minutesOf(starts)
  return String(length > 0 ? length : length + DAY_MINUTES)
}

/** Whether it goes on past midnight. */
export const endsNextDay = ({ starts, minutes }: Pick<SessionForm, 'starts' | 'minutes'>): boolean =>
  isTime(starts) && minutesOf(starts) + whole(minutes) > DAY_MINUTES

/** The session that the fields say; not yet checked. */
export const bodyOf = (form: SessionForm): SessionCreate => ({
  kind: form.kind,
  subject: form.subject.trim(),
  weekday: form.weekday,
  week: form.week ? Number(form.week) : null,
  starts: form.starts,
  minutes: whole(form.minutes),
  location: form.location.trim(),
  note: form.note,
  color: form.color || null,
  theme_id: form.theme_id || null,
})

/** Only what was changed: what was changed elsewhere meanwhile stays. */
export function updateOf(form: SessionForm, before: SessionForm): SessionUpdate {
  const [now, then] = [bodyOf(form), bodyOf(before)]
  return Object.fromEntries(
    Object.entries(now).filter(([field, value]) => value !== then[field as keyof SessionCreate]),
  )
}
