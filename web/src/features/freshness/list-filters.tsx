/** Which batches are shown and in which order; kept in the address, so that a view can be bookmarked. */
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import clsx from 'clsx'
import { useState } from 'react'
import type { BatchCounts, BatchState, Status } from '@/api'
import { DateField, Field, Icon, IconButton, SegmentedControl, Select } from '@/ui'
import { type BatchSearch, batchSearch, isNarrowed, type Sort, STATES, STATUSES } from './filters'
import { useProducts } from './queries'
import { SearchField } from './search-field'
import { stateWords, statusLooks, statusWords } from './words'

interface FilterProps {
  search: BatchSearch
  counts: BatchCounts | undefined
}

type OnChange = (change: { [K in keyof BatchSearch]: string | undefined }) => void

export function ListFilters({ search, counts }: FilterProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(isNarrowed({ ...search, status: undefined }) || Boolean(search.sort))
  const change: OnChange = (next) =>
    void navigate({ to: '/freshness', search: batchSearch({ ...search, ...next }), replace: true })
  return (
    <div className="no-print mt-4 grid gap-3">
      <div className="flex items-start gap-2">
        <States search={search} counts={counts} onChange={change} />
        <SearchField
          label={t`Search batches`}
          value={search.q ?? ''}
          onChange={(q) => change({ q: q || undefined })}
          className="min-w-0 flex-1"
        />
        <IconButton
          icon="filter"
          framed
          label={t`More filters`}
          aria-expanded={isOpen}
          aria-controls="batch-filters"
          onClick={() => setOpen(!isOpen)}
          className={clsx(isOpen && 'border-edge! text-ink!')}
        />
      </div>
      <MoreFilters search={search} isOpen={isOpen} onChange={change} />
      {search.state !== 'recalled' && <Statuses search={search} counts={counts} onChange={change} />}
    </div>
  )
}

type Where = BatchState | 'all'

/** On the shelf, or where it went: side by side where there is room, else to be opened. */
function States({ search, counts, onChange }: FilterProps & { onChange: OnChange }) {
  const { t, i18n } = useLingui()
  const value = search.state ?? 'on_shelf'
  const choose = (state: Where) =>
    onChange({ state: state === 'on_shelf' ? undefined : state, status: undefined })
  const withCount = (label: string, count: number | undefined) => (count ? `${label} ${count}` : label)
  const choices: { value: Where; label: string }[] = [
    ...STATES.map((state) => ({
      value: state,
      label: withCount(i18n._(stateWords[state]), counts?.state[state]),
    })),
    { value: 'all', label: t`All` },
  ]
  return (
    <>
      <SegmentedControl<Where>
        label={t`Which batches`}
        value={value}
        onChange={choose}
        choices={choices}
        className="max-wide:hidden! flex-none"
      />
      <div className="w-44 min-w-0 wide:hidden">
        <Select
          aria-label={t`Which batches`}
          value={value}
          onChange={(event) => choose(event.target.value as Where)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      </div>
    </>
  )
}

/** How many there are of each status; pressed, only those are shown. */
function Statuses({ search, counts, onChange }: FilterProps & { onChange: OnChange }) {
  const { t, i18n } = useLingui()
  const shown = STATUSES.filter((status) => (counts?.status[status] ?? 0) > 0 || search.status === status)
  if (shown.length < 2 && !search.status) return null
  const press = (status: Status) => onChange({ status: search.status === status ? undefined : status })
  return (
    <fieldset className="flex min-w-0 gap-2 overflow-x-auto p-1 -m-1">
      <legend className="sr-only">{t`By freshness`}</legend>
      {shown.map((status) => (
        <button
          key={status}
          type="button"
          aria-pressed={search.status === status}
          onClick={() => press(status)}
          className="flex min-h-11 flex-none items-center gap-1.5 rounded-control border border-rule bg-leaf px-2.5 text-note font-medium text-ink-2 hover:border-edge hover:text-ink aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper"
        >
          <Icon name={statusLooks[status].icon} size={16} />
          {i18n._(statusWords[status])}
          <span className="tabular-nums">{counts?.status[status] ?? 0}</span>
        </button>
      ))}
    </fieldset>
  )
}

interface MoreProps {
  search: BatchSearch
  isOpen: boolean
  onChange: OnChange
}

function MoreFilters({ search, isOpen, onChange }: MoreProps) {
  const { t } = useLingui()
  const products = useProducts()
  return (
    <div
      id="batch-filters"
      className={clsx('grid-cols-2 gap-2 min-[48rem]:grid-cols-4', isOpen ? 'grid' : 'hidden')}
    >
      <Field label={t`Product`}>
        {(control) => (
          <Select
            {...control}
            value={search.product ?? ''}
            onChange={(event) => onChange({ product: event.target.value || undefined })}
          >
            <option value="">{t`Every product`}</option>
            {products.map(({ id, name, emoji }) => (
              <option key={id} value={id}>
                {`${emoji} ${name}`.trim()}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t`Order`}>
        {(control) => (
          <Select
            {...control}
            value={search.sort ?? '-arrival_date'}
            onChange={(event) => onChange({ sort: event.target.value as Sort })}
          >
            <option value="-arrival_date">{t`By freshness`}</option>
            <option value="arrival_date">{t`Oldest first`}</option>
            <option value="batch_identifier">{t`By identifier`}</option>
            <option value="product">{t`By product`}</option>
            <option value="-updated_at">{t`Last changed first`}</option>
          </Select>
        )}
      </Field>
      <Field label={t`Arrived from`}>
        {(control) => (
          <DateField
            {...control}
            value={search.from ?? ''}
            onChange={(event) => onChange({ from: event.target.value || undefined })}
          />
        )}
      </Field>
      <Field label={t`Arrived until`}>
        {(control) => (
          <DateField
            {...control}
            value={search.to ?? ''}
            onChange={(event) => onChange({ to: event.target.value || undefined })}
          />
        )}
      </Field>
    </div>
  )
}
