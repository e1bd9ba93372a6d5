/** Weeks to begin with: each fills the fields, and every field can be changed before anything is made. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Weekday } from '@/api'
import type { RoutineForm } from './form-model'

export type TemplateName = 'plain' | 'school' | 'university' | 'shop'

export interface Template {
  label: MessageDescriptor
  /** What the timetable is called, unless it was given a name. */
  name: MessageDescriptor
  fields: Pick<RoutineForm, 'day_starts' | 'day_ends' | 'days' | 'session_minutes' | 'breaks'>
}

const WORKING_DAYS: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri']

export const templates: Record<TemplateName, Template> = {
  plain: {
    label: msg`Any week`,
    name: msg`My week`,
    fields: {
      day_starts: '08:00',
      day_ends: '17:00',
      days: WORKING_DAYS,
      session_minutes: '75',
      breaks: [{ starts: '13:00', ends: '14:30' }],
    },
  },
  school: {
    label: msg`School`,
    name: msg`School week`,
    fields: {
      day_starts: '08:00',
      day_ends: '16:00',
      days: WORKING_DAYS,
      session_minutes: '45',
      breaks: [
        { starts: '09:30', ends: '09:50' },
        { starts: '12:50', ends: '13:30' },
      ],
    },
  },
  university: {
    label: msg`University`,
    name: msg`This term`,
    fields: {
      day_starts: '08:00',
      day_ends: '20:00',
      days: WORKING_DAYS,
      session_minutes: '90',
      breaks: [],
    },
  },
  shop: {
    label: msg`Shop`,
    name: msg`Shop week`,
    fields: {
      day_starts: '07:00',
      day_ends: '21:00',
      days: [...WORKING_DAYS, 'sat'],
      session_minutes: '240',
      breaks: [],
    },
  },
}

export const templateNames = Object.keys(templates) as TemplateName[]

/** What is the same whatever a timetable begins with. */
export const startOf = (template: TemplateName, name: string): RoutineForm => ({
  ...templates[template].fields,
  name,
  rotation_weeks: '1',
  valid_from: '',
  valid_to: '',
  holidays: [],
})
