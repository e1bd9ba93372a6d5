import { beforeAll, describe, expect, it } from 'vitest'
import type { TaskEntry, Today } from '@/api'
import { activateLocale } from '@/lib/i18n'
import type { TaskWrite } from '@/lib/task-ops'
import { dayOfTheme, dayWithRow } from './entries'
import { inSections, sectionOf } from './sections'
import { overdueWords, taskLine } from './task-line'
import { dayAfterTasks, delayed } from './task-write'
import { dayWith, idsWaiting } from './waiting'

const TASK = '01a1f8fd-7479-74ce-b6bb-22367f73fce7'
const TODAY = '2026-11-20'
const home = { id: 'b3c1f8fd-7479-44ce-b6bb-22367f73fce7', name: 'Home', color: '#5D6B2F' }

const task = (change: Partial<TaskEntry> = {}): TaskEntry => ({
  id: TASK,
  title: 'Pay the rent',
  kind: 'task',
  at: null,
  until: null,
  state: 'open',
  urgency: 'due',
  color: null,
  theme: null,
  actions: ['done', 'tomorrow', 'someday'],
  priority: 'medium',
  due: TODAY,
  list: 'today',
  is_late: false,
  notes_present: false,
  checklist_done: 0,
  checklist_total: 0,
  schedule: null,
  completions_count: 0,
  ...change,
})

const overdue = (change: Partial<TaskEntry> = {}) =>
  task({ state: 'overdue', urgency: 'overdue', due: '2026-11-18', list: 'overdue', ...change })

const day = (rows: TaskEntry[], change: Partial<Today> = {}): Today => ({
  date: TODAY,
  today: TODAY,
  timezone: 'Europe/Berlin',
  entries: rows,
  progress: { done: 0, total: rows.length },
  quote: null,
  ...change,
})

const complete: TaskWrite = { kind: 'complete', due: TODAY, done_on: TODAY }
const written = (page: Today, ...writes: TaskWrite[]) =>
  dayAfterTasks(
    page,
    writes.map((write) => ({ taskId: TASK, write })),
  )
const shown = (page: Today) => page.entries[0]

describe('what is painted of a task before the server has answered', () => {
  it('a tick is done, counts, and can be taken back', () => {
    const done = written(day([task({ is_late: true })]), complete)
    expect(shown(done)).toMatchObject({ state: 'done', is_late: false, actions: ['undo'] })
    expect(done.progress).toEqual({ done: 1, total: 1 })
    const back = written(done, { kind: 'reopen' })
    expect(shown(back)).toMatchObject({ state: 'open', actions: ['done', 'tomorrow', 'someday'] })
    expect(back.progress).toEqual({ done: 0, total: 1 })
  })

  it('what was overdue is overdue again, in its section all the while', () => {
    const done = written(day([overdue()]), complete)
    expect(inSections(done.entries, new Map())[0]?.section).toBe('overdue')
    expect(shown(written(done, { kind: 'reopen' }))).toMatchObject({ state: 'overdue', urgency: 'overdue' })
  })

  it('a tick of another day leaves this one as it is, and takes from it what was done last', () => {
    const earlier = task({ state: 'done', actions: ['undo'] })
    const write: TaskWrite = { ...complete, done_on: '2026-11-19' }
    expect(shown(written(day([earlier]), write, { kind: 'reopen' }))).toMatchObject({ state: 'done' })
  })

  it('what is put off leaves the day, and comes back with its due', () => {
    const page = day([overdue()])
    const gone = written(page, { kind: 'update', body: { due: '2026-11-21' } })
    expect(gone.entries).toEqual([])
    expect(gone.progress).toEqual({ done: 0, total: 0 })
    expect(dayWithRow(gone, overdue(), 0)).toEqual(page)
    expect(shown(written(page, { kind: 'update', body: { due: TODAY } }))).toMatchObject({
      state: 'open',
      urgency: 'due',
    })
  })

  it('is painted again from the outbox, in the order in which it was done', () => {
    const url = `/api/v1/tasks/${TASK}`
    const put = (body: object) => ({ url, method: 'PATCH', body })
    const waiting = [put({ due: '2026-11-21' }), put({ due: TODAY })] as unknown as Parameters<
      typeof dayWith
    >[1]
    expect(dayWith(day([task()]), waiting).entries).toHaveLength(1)
    expect(dayWith(day([task()]), waiting.slice(0, 1)).entries).toHaveLength(0)
    expect(idsWaiting(TODAY, waiting)).toEqual(new Set([TASK]))
  })
})

describe('putting a task off', () => {
  it.each([
    [TODAY, 'tomorrow', '2026-11-21'],
    ['2026-11-18T18:30', 'tomorrow', '2026-11-21T18:30'],
    ['2026-11-18T18:30', 'today', '2026-11-20T18:30'],
    [TODAY, 'someday', null],
  ] as const)('%s to %s is %s', (due, delay, to) => expect(delayed({ due }, delay, TODAY)).toBe(to))
})

describe('a day of one theme', () => {
  const page = day([task({ theme: home }), task({ id: 'other', state: 'done' })])

  it('holds its rows and counts them alone', () => {
    const own = dayOfTheme(page, home.id)
    expect(own.entries).toHaveLength(1)
    expect(own.progress).toEqual({ done: 0, total: 1 })
  })

  it('may be what has no theme', () =>
    expect(dayOfTheme(page, 'none').progress).toEqual({ done: 1, total: 1 }))
})

describe('the words of a task', () => {
  beforeAll(() => activateLocale('en'))

  it.each([
    [task(), ''],
    [overdue({ due: '2026-11-19' }), 'due yesterday'],
    [overdue({ due: '2026-11-16', priority: 'high' }), 'due Monday, 4 days ago · high priority'],
    [overdue({ due: '2026-10-31' }), 'due 31 Oct, 20 days ago'],
    [task({ checklist_done: 2, checklist_total: 5, priority: 'low' }), 'low priority · 2 of 5 steps'],
    [task({ schedule: { kind: 'daily' } }), 'Every day'],
  ])('say what is not plain from its place', (entry, words) => {
    // The order of day and month is the region's.
    const line = [overdueWords(entry, TODAY), taskLine(entry)].filter(Boolean).join(' · ')
    expect(line.replace('Oct 31', '31 Oct')).toBe(words)
  })

  it('stand in the section of its time', () => {
    expect(sectionOf(task({ at: '09:00' }))).toBe('morning')
    expect(sectionOf(overdue())).toBe('overdue')
  })
})
