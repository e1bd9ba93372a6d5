/** Which theme is shown: a choice that lists and Today share, seen as a chip that can be taken off. */
import { useLingui } from '@lingui/react/macro'
import clsx from 'clsx'
import type { ReactNode } from 'react'
import { type FilterByTheme, useThemeFilter, useThemes } from '@/lib/themes'
import { Icon } from './icon'
import { ThemeMark } from './theme-mark'

/** Beside the other filters of a list: a button, and once a theme is chosen the chip in its place. */
export function ThemeFilter({ className }: { className?: string }) {
  const filter = useThemeFilter()
  return filter.value ? <Chip filter={filter} className={className} /> : <ThemeFilterButton />
}

/** The browser’s own list behind a button; nothing once a theme is chosen, or where there are none. */
export function ThemeFilterButton() {
  const { t } = useLingui()
  const filter = useThemeFilter()
  const themes = useThemes()
  if (filter.value || !themes?.length) return null
  return (
    <NativeList
      filter={filter}
      label={t({ message: `Theme`, context: `gathers habits and tasks` })}
      className="grid size-11 flex-none place-items-center rounded-control border border-rule bg-leaf text-ink-2 hover:border-edge hover:text-ink"
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

/** The browser's list lies unseen over what is shown and its edge, so that it opens as every list of this device does. */
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
        className="absolute -inset-px size-[calc(100%+2px)] cursor-pointer opacity-0"
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
