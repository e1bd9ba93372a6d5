/** The editor's fields, and how they become what the API takes. */
import type { ChecklistItemRead, Priority, TaskCreate, TaskRead, TaskUpdate } from '@/api'
import { newSchedule, type ScheduleForm, scheduleFields, scheduleOf } from '@/lib/forms/schedule-form'
import { weekdayOf } from '@/lib/schedule-words'

export interface TaskForm extends ScheduleForm {
  title: string
  notes: string
  /** Empty for none. */
  theme_id: string
  priority: Priority
  due_on: string
  due_time: string
  repeats: boolean
  ends_on: string
  checklist: ChecklistItemRead[]
}

/** A new task; what it would repeat by is taken from the day. */
export const newTask = (today: string, theme = ''): TaskForm => ({
  ...newSchedule(today, weekdayOf(today)),
  title: '',
  notes: '',
  theme_id: theme,
  priority: 'medium',
  due_on: '',
  due_time: '',
  repeats: false,
  ends_on: '',
  checklist: [],
})

type Written = Pick<
  TaskRead,
  'title' | 'notes' | 'theme_id' | 'priority' | 'due' | 'schedule' | 'ends_on' | 'checklist'
>

/** The fields of a task that is there already. */
export function formOf(task: Written, today: string): TaskForm {
  const [due_on = '', due_time = ''] = (task.due ?? '').split('T')
  return {
    ...newTask(due_on || today),
    ...(task.schedule && scheduleFields(task.schedule)),
    title: task.title,
    notes: task.notes,
    theme_id: task.theme_id ?? '',
    priority: task.priority,
    due_on,
    due_time,
    repeats: task.schedule !== null,
    ends_on: task.ends_on ?? '',
    checklist: task.checklist,
  }
}

/** The fields of a new task of which something was said already. */
export const formWith = ({ title, due, schedule, theme_id, priority }: TaskCreate, today: string): TaskForm =>
  formOf(
    {
      title,
      due: due ?? null,
      schedule: schedule ?? null,
      theme_id: theme_id ?? null,
      priority: priority ?? 'medium',
      notes: '',
      ends_on: null,
      checklist: [],
    },
    today,
  )

/** The time stands only beside a date. */
const dueOf = ({ due_on, due_time }: TaskForm) =>
  due_on ? `${due_on}${due_time ? `T${due_time}` : ''}` : null

/** The task that the fields say; not yet checked. Steps without words are left out. */
export const bodyOf = (form: TaskForm): TaskCreate => ({
  title: form.title.trim(),
  notes: form.notes,
  theme_id: form.theme_id || null,
  priority: form.priority,
  due: dueOf(form),
  schedule: form.repeats ? scheduleOf(form) : null,
  ends_on: (form.repeats && form.ends_on) || null,
  checklist: form.checklist
    .map((step) => ({ ...step, text: step.text.trim() }))
    .filter((step) => step.text !== ''),
})

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Only what was changed, so that a schedule nobody touched is not counted anew. */
export function updateOf(form: TaskForm, before: TaskForm): TaskUpdate {
  const [now, then] = [bodyOf(form), bodyOf(before)]
  return Object.fromEntries(
    Object.entries(now).filter(([field, value]) => !same(value, then[field as keyof TaskCreate])),
  )
}
