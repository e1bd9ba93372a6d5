/** One batch: how fresh it is, its code large enough to scan from the screen, and what was done with it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { BatchList } from '@/api'
import { readBatchOptions } from '@/api/@tanstack/react-query.gen'
import { type Batch, batchesWith } from '@/lib/freshness'
import { useOutboxStatus } from '@/lib/outbox-status'
import { Problem } from '@/lib/problem'
import { DayHeadline, EmptyState, Icon, LedgerSkeleton, Page } from '@/ui'
import { Unread } from '@/ui/unread'
import { useBatchActions } from './actions'
import { BatchButtons } from './batch-buttons'
import { BatchFacts } from './batch-facts'
import { BatchHistory } from './batch-history'
import { CodePanel } from './code-panel'
import { toList } from './paths'
import { useProducts } from './queries'
import { StatePill, StatusPill } from './status-pill'
import { useBatchSync } from './sync'
import { useKept } from './use-kept'
import { useShop } from './use-shop'
import { nameOf, shelfWords } from './words'

const BatchSheet = lazy(() => import('./batch-sheet').then((file) => ({ default: file.BatchSheet })))
const RecallDialog = lazy(() => import('./recall-dialog').then((file) => ({ default: file.RecallDialog })))

export function BatchPage({ id }: { id: string }) {
  const { t } = useLingui()
  useBatchSync()
  const { batch, isGone, error, retry } = useBatch(id)
  const today = useShop().data?.today ?? ''
  const [isEditing, setEditing] = useState(false)
  const kept = useKept(batch, id)
  const shown = isEditing ? kept : batch
  if (shown) return <Opened {...{ batch: shown, today, isEditing, setEditing }} />
  return (
    <Page title={t`Batch`}>
      <Back />
      <DayHeadline title={t`Batch`} meta={error ? undefined : t`One moment`} />
      {isGone ? (
        <EmptyState title={t`This batch is not here`}>
          <Trans>It was deleted, or its address is not complete.</Trans>
        </EmptyState>
      ) : error ? (
        <Unread error={error} onRetry={retry} />
      ) : (
        <LedgerSkeleton label={t`One moment`} />
      )}
    </Page>
  )
}

/** The batch as the server has it, with what waits to be sent; until it is read, as a list has it. */
function useBatch(id: string) {
  const client = useQueryClient()
  const products = useProducts()
  const { waiting } = useOutboxStatus()
  const query = useQuery({
    ...readBatchOptions({ path: { batch_id: id } }),
    placeholderData: () =>
      client
        .getQueriesData<BatchList>({ queryKey: [{ _id: 'listBatches' }] })
        .flatMap(([, list]) => list?.data ?? [])
        .find((batch) => batch.id === id),
  })
  // What is no id at all is refused instead of looked for.
  const isGone = query.error instanceof Problem && [404, 422].includes(query.error.status)
  const read = query.data && !isGone ? [query.data] : []
  const batch = batchesWith(read, waiting, products).find((each) => each.id === id)
  return { batch, isGone, error: batch ? null : query.error, retry: () => void query.refetch() }
}

interface OpenedProps {
  batch: Batch
  today: string
  isEditing: boolean
  setEditing: (isEditing: boolean) => void
}

function Opened({ batch, today, isEditing, setEditing }: OpenedProps) {
  const navigate = useNavigate()
  const actions = useBatchActions(today)
  const [isRecalling, setRecalling] = useState(false)
  const name = nameOf(batch)
  return (
    <Page title={name}>
      <Back />
      <DayHeadline
        figure={
          batch.product.emoji ? <span className="text-[2.25rem]">{batch.product.emoji}</span> : undefined
        }
        title={batch.batch_identifier || '…'}
        spoken={name}
        meta={
          <>
            {batch.product.name}
            {batch.days_on_shelf !== null && ` · ${shelfWords(batch.days_on_shelf)}`}
          </>
        }
        actions={
          <span className="mb-2 flex flex-wrap items-center gap-1.5">
            <StatusPill status={batch.status} />
            <StatePill state={batch.state} />
          </span>
        }
      />
      <BatchButtons
        batch={batch}
        actions={actions}
        onEdit={() => setEditing(true)}
        onRecall={() => setRecalling(true)}
        onRemove={() => {
          actions.remove(batch)
          void navigate(toList)
        }}
      />
      <Columns code={<CodePanel batch={batch} />}>
        <BatchFacts batch={batch} today={today} />
      </Columns>
      <BatchHistory batch={batch} today={today} />
      <Suspense fallback={null}>
        {isEditing && <BatchSheet batch={batch} today={today} onClose={() => setEditing(false)} />}
        {isRecalling && <RecallDialog batches={[batch]} today={today} onClose={() => setRecalling(false)} />}
      </Suspense>
    </Page>
  )
}

function Columns({ code, children }: { code: ReactNode; children: ReactNode }) {
  return (
    <div className="mt-5 grid gap-6 min-[40rem]:grid-cols-[minmax(0,1fr)_auto]">
      <div className="order-1 min-[40rem]:order-none">{children}</div>
      {code}
    </div>
  )
}

function Back() {
  return (
    <Link
      {...toList}
      className="no-print -mt-3 -ml-2 mb-1 inline-flex min-h-11 items-center gap-1.5 rounded-control px-2 text-note font-medium text-ink-2 hover:text-ink"
    >
      <Icon name="previous" size={16} />
      <Trans>All batches</Trans>
    </Link>
  )
}
