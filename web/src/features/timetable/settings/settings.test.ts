import { beforeAll, describe, expect, it } from 'vitest'
import { zRoutineCreate } from '@/api/zod.gen'
import { activateLocale } from '@/lib/i18n'
import { checks, fieldAt } from './form-checks'
import { bodyOf, breakMinutes, formOf, type RoutineForm, updateOf } from './form-model'
import { startOf, templateNames } from './templates'

beforeAll(() => activateLocale('en'))

const errorsOf = async (form: RoutineForm) => (await checks(form, undefined, {} as never)).errors

describe('a timetable in fields', () => {
  const start = startOf('plain', 'My week')

  it('begins as the API would have it', () => {
    const { name: _name, ...usual } = zRoutineCreate.parse({ name: 'My week' })
    expect(bodyOf(start)).toMatchObject({ ...usual, valid_from: null, valid_to: null, holidays: [] })
  })

  it.each(templateNames)('can be made as the template %s', async (template) => {
    expect(await errorsOf(startOf(template, 'A name'))).toEqual({})
  })

  it('is written and read back, and only what was changed is sent', () => {
    const form: RoutineForm = {
      ...start,
      day_ends: '00:00',
      breaks: [
        { starts: '23:30', ends: '00:30' },
        { starts: '10:00', ends: '10:00' },
      ],
      holidays: [{ first_on: '2026-12-21', last_on: '2027-01-03', name: 'Winter' }],
    }
    const body = bodyOf(form)
    expect(body.breaks).toEqual([
      { starts: '23:30', minutes: 60 },
      { starts: '10:00', minutes: 0 },
    ])
    expect(formOf({ ...(body as Parameters<typeof formOf>[0]) })).toEqual(form)
    expect(updateOf({ ...form, days: ['mon'], valid_to: '2027-02-01' }, form)).toEqual({
      hidden_days: ['tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      valid_to: '2027-02-01',
    })
  })

  it('says at its fields what is wrong', async () => {
    expect(breakMinutes({ starts: '', ends: '10:00' })).toBeNaN()
    const errors = await errorsOf({
      ...start,
      name: '',
      day_starts: '',
      breaks: [{ starts: '12:00', ends: '' }],
      holidays: [{ first_on: '', last_on: '2026-12-01', name: '' }],
    })
    expect(errors).toMatchObject({
      name: { message: 'Give it a name' },
      day_starts: { message: 'Write a time of day' },
      breaks: { 0: { ends: { message: 'Write a time of day' } } },
      holidays: { 0: { first_on: { message: 'Choose a date' } } },
    })
    expect(
      await errorsOf({
        ...start,
        day_ends: '08:00',
        days: [],
        valid_from: '2027-01-02',
        valid_to: '2027-01-01',
      }),
    ).toMatchObject({
      day_ends: { message: 'The day ends before it begins' },
      days: { message: 'Leave at least one day in sight' },
      valid_to: { message: 'The end lies before the start' },
    })
  })

  it('knows the field of a refusal', () => {
    expect(fieldAt(['hidden_days'])).toBe('days')
    expect(fieldAt(['breaks', '1', 'minutes'])).toBe('breaks.1.ends')
    expect(fieldAt(['holidays', '0', 'last_on'])).toBe('holidays.0.last_on')
  })
})
