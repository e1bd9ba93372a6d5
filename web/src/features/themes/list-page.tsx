/** The themes of a person: one line each, made and changed in a sheet that the address knows of. */
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { ThemeRead } from '@/api'
import { refreshTasksAfterSending } from '@/lib/task-ops'
import { themesOptions } from '@/lib/themes'
import { Button, DayHeadline, EmptyState, IconButton, LedgerList, LedgerSkeleton, Page } from '@/ui'
import { Unread } from '@/ui/unread'
import { ThemeRow } from './theme-row'
import { ThemeSheet } from './theme-sheet'

const NEW = 'new'

/** `edit` is a theme's id, or `new`: the sheet is a step in the history, so that going back closes it. */
export function ThemesPage({ edit }: { edit: string | undefined }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  // The figures beside the names change with every habit and task.
  const query = useQuery({ ...themesOptions(), refetchOnMount: 'always' })
  const client = useQueryClient()
  useEffect(() => refreshTasksAfterSending(client), [client])
  const themes = query.data?.data
  const edited = themes?.find(({ id }) => id === edit)
  const open = (id: string) => void navigate({ to: '/themes', search: { edit: id } })
  const close = () => void navigate({ to: '/themes', search: {}, replace: true })
  return (
    <Page title={t`Themes`}>
      <Headline themes={themes} onNew={() => open(NEW)} />
      {themes ? (
        <Themes themes={themes} onOpen={open} />
      ) : query.isError ? (
        <Unread error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LedgerSkeleton label={t`Themes are on their way`} rows={4} />
      )}
      {themes && (edited || edit === NEW) && (
        <ThemeSheet key={edit} theme={edited} themes={themes} onClose={close} />
      )}
    </Page>
  )
}

interface HeadlineProps {
  themes: readonly ThemeRead[] | undefined
  onNew: () => void
}

function Headline({ themes, onNew }: HeadlineProps) {
  const { t } = useLingui()
  const count = themes?.length ?? 0
  return (
    <DayHeadline
      {...(count > 0 && { figure: count, spoken: plural(count, { one: '# theme', other: '# themes' }) })}
      title={count > 0 ? plural(count, { one: 'theme', other: 'themes' }) : t`Themes`}
      meta={t`What belongs together`}
      actions={
        <IconButton
          icon="plus"
          label={t`New theme`}
          onClick={onNew}
          className="bg-accent text-accent-ink! enabled:hover:bg-accent-deep"
        />
      }
    />
  )
}

function Themes({ themes, onOpen }: { themes: readonly ThemeRead[]; onOpen: (id: string) => void }) {
  const { t } = useLingui()
  if (themes.length > 0)
    return (
      <LedgerList timeless label={t`Themes`} className="mt-3!">
        {themes.map((theme) => (
          <ThemeRow key={theme.id} theme={theme} onEdit={() => onOpen(theme.id)} />
        ))}
      </LedgerList>
    )
  return (
    <EmptyState
      title={<Trans>No themes yet</Trans>}
      action={
        <Button variant="primary" onClick={() => onOpen(NEW)}>
          <Trans>New theme</Trans>
        </Button>
      }
    >
      <Trans>
        A theme gathers the habits and tasks of one part of your life, such as home, health or work. The lists
        and the day can then show it alone.
      </Trans>
    </EmptyState>
  )
}
