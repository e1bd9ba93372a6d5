/** The figures as files: a table for spreadsheets, and the page's own document. */
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { RangeName } from '@/api'
import { useCommands } from '@/lib/commands'
import { useOnline } from '@/lib/online'
import { useThemeFilter } from '@/lib/themes'
import { MenuButton, type MenuItem } from '@/ui'

export interface DownloadsProps {
  range: RangeName
}

/** The server names the file; the browser keeps the page while it is fetched. */
function download(kind: 'csv' | 'json', query: Record<string, string>) {
  const link = document.createElement('a')
  link.href = `/api/v1/stats/export.${kind}?${new URLSearchParams(query)}`
  link.download = ''
  link.click()
}

export function Downloads({ range }: DownloadsProps) {
  const { t } = useLingui()
  const isOnline = useOnline()
  const { value: theme } = useThemeFilter()
  const items = useMemo<MenuItem[]>(() => {
    const query = { range, ...(theme && { theme_id: theme }) }
    return [
      { label: t`Download as a table (CSV)`, onSelect: () => download('csv', query) },
      { label: t`Download as data (JSON)`, onSelect: () => download('json', query) },
    ].map((item) => ({ ...item, icon: 'download' as const, disabled: !isOnline }))
  }, [t, range, theme, isOnline])
  useCommands(
    useMemo(
      () =>
        items.map(({ label, onSelect }) => ({
          id: `stats-${label}`,
          title: label,
          group: t`Statistics`,
          icon: 'download' as const,
          run: onSelect,
        })),
      [items, t],
    ),
  )
  return <MenuButton framed icon="download" label={t`Download these figures`} items={items} />
}
