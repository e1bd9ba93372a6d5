/** Which tasks are shown and in which order; kept in the address, so that a view can be bookmarked. */
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import clsx from 'clsx'
import { useEffect, useState } from 'react'
import type { TaskGroup } from '@/api'
import { Icon, Input, SegmentedControl, Select } from '@/ui'
import { ThemeFilter } from '@/ui/theme-filter'
import { type Sort, type TaskSearch, taskSearch } from './filters'
import { listWords } from './words'

const WAIT_MS = 250

interface FilterProps {
  search: TaskSearch
  /** On narrow pages search, order and theme are shown when they are wanted. */
  isOpen: boolean
}

export function ListFilters({ search, isOpen }: FilterProps) {
  const { t, i18n } = useLingui()
  const change = useChange(search)
  const lists = (Object.keys(listWords) as TaskGroup[]).map((value) => ({
    value,
    label: i18n._(listWords[value]),
  }))
  return (
    <div className="no-print mt-4 grid gap-2">
      <SegmentedControl<TaskGroup | 'open'>
        label={t`Which tasks`}
        value={search.list ?? 'open'}
        onChange={(list) => change({ list: list === 'open' ? undefined : list })}
        choices={[{ value: 'open', label: t`Open` }, ...lists]}
        className="grid! w-full! grid-cols-3 min-[36rem]:flex! min-[36rem]:w-fit!"
      />
      <div
        id="task-filters"
        className={clsx('grid-cols-[minmax(0,1fr)_auto] gap-2 wide:flex', isOpen ? 'grid' : 'hidden')}
      >
        <SearchField
          value={search.q ?? ''}
          onChange={(q) => change({ q: q || undefined })}
          className="col-span-2 wide:flex-1"
        />
        {/* What is done stands in the order in which it was done. */}
        {search.list !== 'done' && <SortSelect search={search} onChange={(sort) => change({ sort })} />}
        <ThemeFilter />
      </div>
    </div>
  )
}

function useChange(search: TaskSearch) {
  const navigate = useNavigate()
  return (change: { [K in keyof TaskSearch]: string | undefined }) =>
    void navigate({ to: '/tasks', search: taskSearch({ ...search, ...change }), replace: true })
}

function SortSelect({ search, onChange }: { search: TaskSearch; onChange: (sort: Sort) => void }) {
  const { t } = useLingui()
  return (
    <Select
      aria-label={t`Order`}
      value={search.sort ?? 'position'}
      onChange={(event) => onChange(event.target.value as Sort)}
    >
      <option value="position">{t`My order`}</option>
      <option value="priority">{t`By priority`}</option>
      <option value="due">{t`By due date`}</option>
      <option value="name">{t`By name`}</option>
      <option value="-created_at">{t`Newest first`}</option>
      <option value="-updated_at">{t`Last changed first`}</option>
    </Select>
  )
}

interface SearchFieldProps {
  value: string
  onChange: (words: string) => void
  className: string
}

/** Asks once typing pauses. */
function SearchField({ value, onChange, className }: SearchFieldProps) {
  const { t } = useLingui()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed.trim() === value) return
    const timer = setTimeout(() => onChange(typed.trim()), WAIT_MS)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])
  return (
    <span className={clsx('relative block', className)}>
      <Icon
        name="search"
        className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-2"
      />
      <Input
        type="search"
        aria-label={t`Search tasks`}
        placeholder={t`Search`}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className="pl-10!"
      />
    </span>
  )
}
