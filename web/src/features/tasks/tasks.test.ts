import { beforeAll, describe, expect, it } from 'vitest'
import type { TaskRead } from '@/api'
import { activateLocale } from '@/lib/i18n'
import type { Op } from '@/lib/outbox'
import { Problem } from '@/lib/problem'
import { between } from '@/lib/selection'
import { moveDue } from './actions'
import { listOf, taskAfter, tasksWith, waitingFor } from './after'
import { writesOf } from './bulk'
import { queryOf, taskSearch } from './filters'
import { checks, fieldAt, refusedFields } from './form-checks'
import { bodyOf, formOf, newTask, type TaskForm, updateOf } from './form-model'
import { byDayDone, inSections } from './sections'
import { inPlaces } from './sync'
import { withTicks } from './ticks'
import { dayWords, dueWords, stepWords } from './words'

const TODAY = '2026-11-20'
const ID = '01a1f8fd-7479-74ce-b6bb-22367f73fce7'

const task = (more: Partial<TaskRead> = {}): TaskRead => ({
  id: ID,
  title: 'Pay the rent',
  notes: '',
  theme_id: null,
  priority: 'medium',
  status: 'open',
  due: null,
  list: listOf(more.due ?? null, TODAY),
  is_late: false,
  schedule: null,
  ends_on: null,
  checklist: [],
  position: 0,
  created_on: '2026-11-01',
  created_at: '2026-11-01T08:00:00Z',
  updated_at: '2026-11-01T08:00:00Z',
  completed_on: null,
  completed_at: null,
  completions_count: 0,
  last_completion: null,
  ...more,
})

const form = (more: Partial<TaskForm> = {}): TaskForm => ({ ...newTask(TODAY), title: 'Rent', ...more })

const op = (method: Op['method'], path: string, body?: unknown) =>
  ({ method, url: `/api/v1/tasks/${ID}${path}`, body }) as Op

describe('the fields of the editor', () => {
  it('join date and time, and leave a time without a date out', () => {
    expect(bodyOf(form({ due_on: TODAY, due_time: '18:30' })).due).toBe('2026-11-20T18:30')
    expect(bodyOf(form({ due_time: '18:30' })).due).toBeNull()
  })

  it('have an end only with a schedule', () => {
    const repeating = form({ repeats: true, schedule_kind: 'daily', ends_on: '2027-01-01' })
    expect(bodyOf(repeating)).toMatchObject({ schedule: { kind: 'daily' }, ends_on: '2027-01-01' })
    expect(bodyOf({ ...repeating, repeats: false })).toMatchObject({ schedule: null, ends_on: null })
  })

  it('leave steps without words out', () => {
    const steps = [
      { id: 'a', text: ' call ', is_done: true },
      { id: 'b', text: ' ', is_done: false },
    ]
    expect(bodyOf(form({ checklist: steps })).checklist).toEqual([{ id: 'a', text: 'call', is_done: true }])
  })

  it('read a task back as it was written, and send only what was changed', () => {
    const before = formOf(
      task({ due: '2026-12-01T09:00', schedule: { kind: 'monthly_day', day: 1, every: 1 } }),
      TODAY,
    )
    expect(before).toMatchObject({ due_on: '2026-12-01', due_time: '09:00', repeats: true, day: '1' })
    expect(updateOf(before, before)).toEqual({})
    expect(updateOf({ ...before, due_time: '' }, before)).toEqual({ due: '2026-12-01' })
    expect(updateOf({ ...before, repeats: false }, before)).toEqual({ schedule: null })
  })
})

describe('the checks of the editor', () => {
  beforeAll(() => activateLocale('en'))

  const errorsOf = async (values: TaskForm) => {
    const { errors } = await checks(values, undefined, { fields: {}, shouldUseNativeValidation: false })
    return Object.fromEntries(Object.entries(errors).map(([field, error]) => [field, error?.message]))
  }

  it.each<[Partial<TaskForm>, object]>([
    [{}, {}],
    [{ title: ' ' }, { title: 'Give it a name' }],
    [{ title: 'x'.repeat(201) }, { title: 'At most 200 characters' }],
    [{ repeats: true, schedule_kind: 'weekly_days', days: [] }, { days: 'Choose at least one weekday' }],
    [{ repeats: true, schedule_kind: 'monthly_day', day: '32' }, { day: 'At most 31' }],
    [{ repeats: true, due_on: TODAY, ends_on: '2026-11-19' }, { ends_on: 'The end lies before the start' }],
  ])('%j', async (fields, errors) => {
    expect(await errorsOf(form(fields))).toEqual(errors)
  })

  it('put a refusal of the server on its field', () => {
    const refusal = [{ pointer: '/body/theme_id', detail: 'Gone', code: 'not_known_here' }]
    const problem = new Problem(422, 'invalid', 'Invalid', undefined, undefined, refusal)
    expect(refusedFields(problem, form())).toEqual([['theme_id', 'Gone']])
    expect(fieldAt(['due'], 'daily')).toBe('due_on')
    expect(fieldAt(['schedule', 'daily'], 'daily')).toBe('schedule_kind')
    expect(fieldAt(['checklist', '2', 'text'], 'daily')).toBe('checklist')
  })
})

describe('a write until the server has answered', () => {
  it('ticks a row where it stands, and opens it on the list of its date', () => {
    const done = taskAfter(task({ due: TODAY }), { kind: 'complete', due: TODAY, done_on: TODAY }, TODAY)
    expect(done).toMatchObject({ status: 'done', list: 'today', completed_on: TODAY })
    expect(taskAfter({ ...done, list: 'done' }, { kind: 'reopen' }, TODAY)).toMatchObject({
      status: 'open',
      list: 'today',
    })
  })

  it('moves a row to the list of its new date', () => {
    const moved = taskAfter(task(), { kind: 'update', body: { due: '2026-11-21T08:00' } }, TODAY)
    expect(moved).toMatchObject({ due: '2026-11-21T08:00', list: 'upcoming', title: 'Pay the rent' })
  })

  it('shows what was made offline, hides what was deleted, and brings it back', () => {
    const body = { title: 'Call Ümit', due: '2026-11-19' }
    const made = op('PUT', '', body)
    expect(tasksWith([], [made], TODAY)).toMatchObject([{ id: ID, title: 'Call Ümit', list: 'overdue' }])
    expect(tasksWith([task()], [op('DELETE', '')], TODAY)).toEqual([])
    expect(tasksWith([task()], [op('DELETE', ''), op('POST', '/restore')], TODAY)).toHaveLength(1)
    expect(waitingFor([made, { ...made, url: '/api/v1/habits/order' }])).toEqual(new Set([ID]))
  })
})

describe('rows that were just ticked', () => {
  const [first, second, third] = ['a', 'b', 'c'].map((id) => task({ id })) as [TaskRead, TaskRead, TaskRead]
  const ticked = { ...second, status: 'done' as const }

  it('stay where they stood when the list has lost them', () => {
    const ticks = new Map([['b', { task: ticked, after: 'a' }]])
    expect(withTicks([first, second, third], ticks)).toEqual([first, ticked, third])
    expect(withTicks([first, third], ticks)).toEqual([first, ticked, third])
    expect(withTicks([third], new Map([['a', { task: first, after: undefined }]]))).toEqual([first, third])
  })

  it('leave it to the list once they are open again', () => {
    const changed = { ...second, title: 'Changed' }
    expect(withTicks([changed], new Map([['b', { task: second, after: undefined }]]))).toEqual([changed])
  })
})

describe('sections', () => {
  const dues = [
    null,
    '2027-02-01',
    '2026-11-21',
    TODAY,
    '2026-11-24',
    '2026-11-02',
    '2026-12-24',
    '2026-11-21',
    '2026-11-29',
  ]
  const tasks = dues.map((due, index) => task({ id: String(index), due }))

  it('go from what is late to what has no date, the next days one by one and then months', () => {
    const sections = inSections(tasks, TODAY, { byDay: true })
    expect(sections.map(({ key, tasks: rows }) => [key, rows.map(({ id }) => id).join('')])).toEqual([
      ['overdue', '5'],
      ['today', '3'],
      ['upcoming-2026-11-21', '27'],
      ['upcoming-2026-11-24', '4'],
      ['upcoming-2026-11', '8'],
      ['upcoming-2026-12', '6'],
      ['upcoming-2027-02', '1'],
      ['someday', '0'],
    ])
  })

  it('are one list where one is asked for, or where days would break the order', () => {
    expect(inSections(tasks, TODAY, { only: 'overdue', byDay: true })).toHaveLength(1)
    expect(inSections(tasks, TODAY, { only: 'upcoming', byDay: false })).toMatchObject([{ key: 'upcoming' }])
    expect(inSections([], TODAY, { byDay: true })).toEqual([])
  })

  it('of what is done are days', () => {
    const done = ['2026-11-18', '2026-11-20', '2026-11-20'].map((completed_on) => task({ completed_on }))
    expect(byDayDone(done).map(({ day, tasks: rows }) => [day, rows.length])).toEqual([
      ['2026-11-20', 2],
      ['2026-11-18', 1],
    ])
  })
})

describe('several tasks at once', () => {
  it('are the rows from one to the other, in either direction', () => {
    expect(between(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['b', 'c', 'd'])
    expect(between(['a', 'b'], undefined, 'b')).toEqual(['b'])
    expect(between(['a', 'b'], 'gone', 'b')).toEqual(['b'])
  })

  it('have a write and its undo each where the server cannot be reached', () => {
    const rent = task({ due: TODAY, theme_id: 'home' })
    expect(writesOf(rent, { kind: 'complete', done_on: TODAY }, TODAY)).toEqual({
      write: { kind: 'complete', due: TODAY, done_on: TODAY },
      undo: { kind: 'reopen' },
    })
    expect(writesOf(rent, { kind: 'move', theme_id: null }, TODAY)).toEqual({
      write: { kind: 'update', body: { theme_id: null } },
      undo: { kind: 'update', body: { theme_id: 'home' } },
    })
  })

  it('keep the places that they hold among all when they are put in order', () => {
    const rows = ['a', 'b', 'c', 'd'].map((id) => task({ id }))
    expect(inPlaces(rows, ['d', 'b']).map(({ id }) => id)).toEqual(['a', 'd', 'c', 'b'])
  })
})

describe('the words', () => {
  beforeAll(() => activateLocale('en'))

  it('say a date from today', () => {
    const days = ['2026-11-19', TODAY, '2026-11-21', '2026-11-23', '2026-12-24', '2027-01-04']
    expect(days.map((day) => dayWords(day, TODAY)).slice(0, 4)).toEqual([
      'yesterday',
      'today',
      'tomorrow',
      'Monday',
    ])
    expect(dayWords('2026-12-24', TODAY)).not.toContain('2026')
    expect(dayWords('2027-01-04', TODAY)).toContain('2027')
  })

  it('say when something is due, and no more than the heading leaves open', () => {
    const shown = { today: TODAY, underDay: true }
    expect(dueWords(task({ due: '2026-11-19' }), shown)).toBe('since yesterday')
    expect(dueWords(task({ due: '2026-11-10' }), shown)).toBe('10 days late')
    expect(dueWords(task({ due: TODAY }), shown)).toBe('')
    expect(dueWords(task({ due: `${TODAY}T09:00`, is_late: true }), shown)).toMatch(/^was due at 9:00/)
    expect(dueWords(task({ due: '2026-11-21' }), { ...shown, underDay: false })).toBe('tomorrow')
  })

  it('count the steps', () => {
    const checklist = [true, false, true].map((is_done, id) => ({ id: String(id), text: 'x', is_done }))
    expect(stepWords({ checklist })).toBe('2 of 3')
  })
})

describe('an address', () => {
  it('keeps what is known of it, and leaves out what is usual', () => {
    expect(taskSearch({ list: 'done', sort: 'due', q: ' rent ', page: 2 })).toEqual({
      list: 'done',
      sort: 'due',
      q: 'rent',
    })
    expect(taskSearch({ list: 'all', sort: 'position', q: '' })).toEqual({})
    expect(queryOf({ list: 'someday' })).toEqual({ status: 'open', sort: 'position' })
    expect(queryOf({ list: 'done', sort: 'due' })).toEqual({ status: 'done', sort: '-completed_at' })
  })

  it('of another day keeps the time', () => {
    expect(moveDue('2026-11-20T18:30', '2026-11-21')).toBe('2026-11-21T18:30')
    expect(moveDue(null, '2026-11-21')).toBe('2026-11-21')
    expect(moveDue('2026-11-20T18:30', null)).toBeNull()
  })
})
