/** Subjects that were used before, with what they were given: a week is built of few subjects, each used often. */
import type { RoutineRead } from '@/api'
import type { SessionForm } from './form-model'

export interface KnownSubject {
  subject: string
  location: string
  color: string
  theme_id: string
}

const key = (subject: string) => subject.trim().toLocaleLowerCase()

/** Each subject once, as it was written last, by name. */
export function subjectsOf(routines: readonly RoutineRead[]): KnownSubject[] {
  const found = new Map<string, KnownSubject & { at: string }>()
  for (const session of routines.flatMap(({ sessions }) => sessions)) {
    const { subject, location, updated_at: at } = session
    if ((found.get(key(subject))?.at ?? '') > at) continue
    found.set(key(subject), {
      subject,
      location,
      color: session.color ?? '',
      theme_id: session.theme_id ?? '',
      at,
    })
  }
  return [...found.values()]
    .map(({ at: _at, ...known }) => known)
    .sort((a, b) => a.subject.localeCompare(b.subject))
}

export const knownSubject = (subjects: readonly KnownSubject[], typed: string): KnownSubject | undefined =>
  subjects.find(({ subject }) => key(subject) === key(typed))

const FILLED = ['location', 'color', 'theme_id'] as const

/** What a chosen subject fills in: fields that nobody has touched. */
export const filledBy = (
  known: KnownSubject,
  touched: Readonly<Partial<Record<keyof SessionForm, unknown>>>,
): [(typeof FILLED)[number], string][] =>
  FILLED.filter((field) => !touched[field]).map((field) => [field, known[field]])
