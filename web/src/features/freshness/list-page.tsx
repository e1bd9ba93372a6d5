/** Batches: what is on the shelf and what has left it, as cards or as a table, with what can be done. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import type { Batch } from '@/lib/freshness'
import { useSelection } from '@/lib/selection'
import { Button, LedgerSkeleton, Page } from '@/ui'
import { Unread } from '@/ui/unread'
import { useBatchActions } from './actions'
import { AreaNav } from './area-nav'
import { BatchSections } from './batch-sections'
import { batchSearch } from './filters'
import { useListCommands } from './list-commands'
import { ListFilters } from './list-filters'
import { ListHeadline } from './list-headline'
import { Nothing } from './nothing'
import { toLabels } from './paths'
import { inSections } from './sections'
import { SelectionBar } from './selection-bar'
import { useBatchSync } from './sync'
import { useKept } from './use-kept'
import { useShown } from './use-shown'
import { useView } from './use-view'

const BatchSheet = lazy(() => import('./batch-sheet').then((file) => ({ default: file.BatchSheet })))
const RecallDialog = lazy(() => import('./recall-dialog').then((file) => ({ default: file.RecallDialog })))

interface PageProps {
  search: Record<string, unknown>
  /** What is written: NEW, or the id of a batch. */
  editing: string | undefined
}

export const NEW = 'new'

export function BatchesPage({ search: asked, editing }: PageProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const view = JSON.stringify(asked)
  const search = useMemo(() => batchSearch(JSON.parse(view)), [view])
  useBatchSync()
  const list = useShown(search)
  const [look, setLook] = useView()
  const sections = useMemo(() => inSections(list.batches, search), [list.batches, search])
  const order = useMemo(() => sections.flatMap(({ batches }) => batches.map(({ id }) => id)), [sections])
  const selection = useSelection(order, view)
  const actions = useBatchActions(list.today)
  const [recalling, setRecalling] = useState<readonly Batch[]>()
  const edit = useCallback(
    (id: string | undefined) =>
      void navigate({ to: '/freshness', search: { ...search, edit: id }, replace: true }),
    [navigate, search],
  )
  useListKeys(list.batches, actions, selection, edit)
  const edited = useKept(
    list.batches.find(({ id }) => id === editing),
    editing,
  )
  return (
    <Page title={t`Freshness`} full>
      <ListHeadline {...{ look, selection, search }} onLook={setLook} onNew={() => edit(NEW)} />
      <AreaNav />
      <ListFilters search={search} counts={list.counts} />
      {list.isPending && <LedgerSkeleton label={t`Batches are on their way`} rows={6} />}
      {list.error !== null && <Unread error={list.error} onRetry={list.retry} />}
      {list.isRead && list.batches.length === 0 && <Nothing search={search} onNew={() => edit(NEW)} />}
      <BatchSections
        {...{ sections, look, selection, actions, waiting: list.waiting, today: list.today }}
        onEdit={edit}
        onRecall={(batch) => setRecalling([batch])}
      />
      {list.more && (
        <Button variant="quiet" className="mt-3 -ml-4" icon="down" onClick={list.more}>
          <Trans>Show earlier ones</Trans>
        </Button>
      )}
      {selection.ids && (
        <SelectionBar {...{ selection, today: list.today, batches: list.batches }} onRecall={setRecalling} />
      )}
      <Suspense fallback={null}>
        {(editing === NEW || edited) && (
          <BatchSheet key={editing} batch={edited} today={list.today} onClose={() => edit(undefined)} />
        )}
        {recalling && (
          <RecallDialog batches={recalling} today={list.today} onClose={() => setRecalling(undefined)} />
        )}
      </Suspense>
    </Page>
  )
}

function useListKeys(
  batches: readonly Batch[],
  actions: ReturnType<typeof useBatchActions>,
  selection: ReturnType<typeof useSelection>,
  edit: (id: string | undefined) => void,
) {
  const navigate = useNavigate()
  const onNew = useCallback(() => edit(NEW), [edit])
  const shelved = useCallback(
    (id: string) => batches.find((batch) => batch.id === id && batch.state === 'on_shelf'),
    [batches],
  )
  const onSell = useCallback(
    (id: string) => {
      const batch = shelved(id)
      if (batch) actions.sell(batch)
    },
    [shelved, actions],
  )
  const onDiscard = useCallback(
    (id: string) => {
      const batch = shelved(id)
      if (batch) actions.discard(batch)
    },
    [shelved, actions],
  )
  const onPrint = useCallback(
    (id: string) => {
      if (shelved(id)) void navigate(toLabels([id]))
    },
    [shelved, navigate],
  )
  useListCommands({ selection, onNew, onSell, onDiscard, onEdit: edit, onPrint })
}
