/** Which theme is shown: a choice that lists and Today share, seen as a chip that can be taken off. */
import { useLingui } from '@lingui/react/macro'
import clsx from 'clsx'
import type { ReactNode } from 'react'
import { type FilterByTheme, useThemeFilter, useThemes } from '@/lib/themes'
import { Icon } from './icon'
import { Select } from './inputs'
import { ThemeMark } from './theme-mark'

/** For lists: a select beside the other filters, and the chip in its place once a theme is chosen. */
export function ThemeFilter({ className }: { className?: string }) {
  const { t } = useLingui()
  const filter = useThemeFilter()
  const themes = useThemes()
  if (filter.value) return <Chip filter={filter} className={className} />
  // Without a theme there is nothing to choose.
  if (!themes?.length) return null
  return (
    <Select
      aria-label={t({ message: `Theme`, context: `gathers habits and tasks` })}
      className={className}
      value=""
      onChange={(event) => filter.choose(event.target.value || undefined)}
    >
      <Options />
    </Select>
  )
}

/** For a page without other filters: a button with the browser's own list behind it. */
export function ThemeFilterButton() {
  const { t } = useLingui()
  const filter = useThemeFilter()
  const themes = useThemes()
  if (!themes?.length) return null
  return (
    <NativeList
      filter={filter}
      label={t({ message: `Theme`, context: `gathers habits and tasks` })}
      className={clsx(
        'grid size-11 place-items-center rounded-control border border-rule bg-leaf hover:border-edge',
        filter.value ? 'text-ink' : 'text-ink-2',
      )}
    >
      <Icon name="filter" size={19} />
    </NativeList>
  )
}

/** The chip alone, where the choice is made elsewhere; nothing while everything is shown. */
export function ThemeChip({ className }: { className?: string }) {
  const filter = useThemeFilter()
  return filter.value ? <Chip filter={filter} className={className} /> : null
}

function Chip({ filter, className }: { filter: FilterByTheme; className?: string | undefined }) {
  const { t } = useLingui()
  const theme = useThemes()?.find(({ id }) => id === filter.value)
  const name = filter.value === 'none' ? t`No theme` : (theme?.name ?? '…')
  return (
    <span
      className={clsx(
        'inline-flex w-fit max-w-full items-center rounded-control border border-edge bg-leaf',
        className,
      )}
    >
      <NativeList
        filter={filter}
        label={t({ message: `Theme`, context: `gathers habits and tasks` })}
        className="flex min-h-11 min-w-0 items-center gap-2 rounded-l-control pr-1 pl-3.5 text-note font-medium"
      >
        <ThemeMark color={theme?.color} />
        <span className="truncate">{name}</span>
      </NativeList>
      <button
        type="button"
        aria-label={t`Show every theme again`}
        title={t`Show every theme again`}
        onClick={() => filter.choose(undefined)}
        className="grid size-11 flex-none place-items-center rounded-control text-ink-2 hover:text-ink"
      >
        <Icon name="close" size={16} />
      </button>
    </span>
  )
}

interface NativeListProps {
  filter: FilterByTheme
  label: string
  className: string
  children: ReactNode
}

/** The browser's list lies unseen over what is shown, so that it opens as every list of this device does. */
function NativeList({ filter, label, className, children }: NativeListProps) {
  return (
    <span
      className={clsx(
        'relative has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
        className,
      )}
    >
      {children}
      <select
        aria-label={label}
        title={label}
        value={filter.value ?? ''}
        onChange={(event) => filter.choose(event.target.value || undefined)}
        className="absolute inset-0 w-full cursor-pointer opacity-0"
      >
        <Options />
      </select>
    </span>
  )
}

function Options() {
  const { t } = useLingui()
  const themes = useThemes() ?? []
  return (
    <>
      <option value="">{t`All themes`}</option>
      {themes.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
      <option value="none">{t`No theme`}</option>
    </>
  )
}
