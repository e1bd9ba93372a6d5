/** Where a timetable goes: into one that is there, or into a new one; and what of a calendar comes along. */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { ImportResult } from '@/api'
import { listRoutinesOptions } from '@/api/@tanstack/react-query.gen'
import { Checkbox, Field, Input, Select } from '@/ui'
import type { Goal } from './use-import'

interface GoalProps {
  plan: ImportResult
  goal: Goal
  onGoal: (goal: Goal) => void
}

export function TimetableGoal({ plan, goal, onGoal }: GoalProps) {
  const { t } = useLingui()
  const routines = useQuery(listRoutinesOptions({ query: { limit: 200 } })).data?.data ?? []
  const set = (change: Partial<Goal>) => onGoal({ ...goal, ...change })
  const isNew = goal.routineId === ''
  return (
    <div className="grid max-w-[36rem] gap-3">
      <div className="flex flex-wrap items-start gap-3">
        <Field label={t`Into`} className="flex-1 basis-56">
          {(control) => (
            <Select
              {...control}
              value={goal.routineId}
              onChange={(event) => set({ routineId: event.target.value })}
            >
              <option value="">{t`A new timetable`}</option>
              {routines.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {isNew && (
          <Field label={t`Called`} className="flex-1 basis-56">
            {(control) => (
              <Input
                {...control}
                defaultValue={goal.name || plan.routine?.name}
                maxLength={80}
                onBlur={({ target }) =>
                  target.value !== (plan.routine?.name ?? '') && set({ name: target.value })
                }
              />
            )}
          </Field>
        )}
      </div>
      {plan.format === 'ics' && (
        <div className="grid">
          <Checkbox
            label={t`Also what is over`}
            checked={goal.withPast}
            onChange={(event) => set({ withPast: event.target.checked })}
          />
          {isNew && (
            <Checkbox
              label={t`Whole days as holidays`}
              hint={t`On them nothing of the timetable takes place.`}
              checked={goal.withHolidays}
              onChange={(event) => set({ withHolidays: event.target.checked })}
            />
          )}
        </div>
      )}
    </div>
  )
}
