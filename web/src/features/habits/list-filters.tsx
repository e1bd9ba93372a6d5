/** Which habits are shown and in which order; kept in the address, so that a filter can be bookmarked. */
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { SegmentedControl, Select } from '@/ui'
import { kindWords, scheduleKinds } from '@/ui/forms/kind-words'
import { ThemeFilter } from '@/ui/theme-filter'
import { type HabitSearch, habitSearch } from './filters'

export function ListFilters({ search }: { search: HabitSearch }) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const change = (change: { [K in keyof HabitSearch]: string }) =>
    void navigate({ to: '/habits', search: habitSearch({ ...search, ...change }), replace: true })
  return (
    <div className="no-print mt-4 flex flex-wrap items-center gap-2">
      <SegmentedControl
        label={t`Which habits`}
        value={search.status ?? 'active'}
        onChange={(status) => change({ status })}
        choices={[
          { value: 'active', label: t`All` },
          { value: 'due', label: t`Due` },
          { value: 'completed', label: t`Done` },
          { value: 'archived', label: t`Archive` },
        ]}
      />
      <ThemeFilter />
      <div className="grid min-w-0 flex-1 basis-60 grid-cols-2 gap-2">
        <Select
          aria-label={t`How often`}
          value={search.schedule_kind ?? ''}
          onChange={(event) => change({ schedule_kind: event.target.value })}
        >
          <option value="">{t`However often`}</option>
          {scheduleKinds.map((kind) => (
            <option key={kind} value={kind}>
              {i18n._(kindWords[kind])}
            </option>
          ))}
        </Select>
        <Select
          aria-label={t`Order`}
          value={search.sort ?? 'position'}
          onChange={(event) => change({ sort: event.target.value })}
        >
          <option value="position">{t`My order`}</option>
          <option value="name">{t`By name`}</option>
          <option value="-created_at">{t`Newest first`}</option>
          <option value="-updated_at">{t`Last changed first`}</option>
          <option value="-streak">{t`Longest streak first`}</option>
        </Select>
      </div>
    </div>
  )
}
