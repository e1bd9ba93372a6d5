/** Labels: which batches, on which stock, from which label on; the server sets them as a PDF. */
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import type { BatchRead, ShopRead } from '@/api'
import { fieldErrors, problemMessage } from '@/lib/problem'
import { Button, EmptyState, LedgerSkeleton, Notice } from '@/ui'
import { Unread } from '@/ui/unread'
import { AddressForm } from './address-form'
import { AreaPage } from './area-page'
import { queryOf } from './filters'
import { type Copies, LabelBatches } from './label-batches'
import { LabelStock } from './label-stock'
import { asksAddress } from './print-labels'
import { useBatches } from './queries'
import { isWrongShift, sheetsOf } from './stocks'
import { usePrint } from './use-print'
import { useShop } from './use-shop'

/** As many as a person can have. */
const ALL = 10_000

/** What is on the shelf: the latest of it, or all where somebody came with one that is not among them. */
function useShelf(chosen: readonly string[]) {
  const [isWhole, setWhole] = useState(false)
  const query = useBatches({ ...queryOf({}), ...(isWhole && { limit: ALL }) })
  const read = query.data
  const isThere = (id: string) => read?.data.some((batch) => batch.id === id)
  if (!isWhole && read?.next_cursor && !chosen.every(isThere)) setWhole(true)
  return query
}

/** `chosen`: the ids to begin with. */
export function LabelsPage({ chosen }: { chosen: readonly string[] }) {
  const { t } = useLingui()
  const query = useShelf(chosen)
  const [copies, setCopies] = useState<Copies>(() => new Map(chosen.map((id) => [id, 1])))
  // What somebody came with stands first.
  const batches = useMemo(() => {
    const read = query.data?.data ?? []
    const isChosen = ({ id }: BatchRead) => chosen.includes(id)
    return [...read.filter(isChosen), ...read.filter((batch) => !isChosen(batch))]
  }, [query.data, chosen])
  const ids = useMemo(
    () => batches.flatMap(({ id }) => Array.from({ length: copies.get(id) ?? 0 }, () => id)),
    [batches, copies],
  )
  const printing = usePrint(ids)
  const shop = useShop().data
  const needsAddress = shop?.has_local_address ?? asksAddress(printing.print.error)
  return (
    <AreaPage
      title={t`Labels`}
      meta={t`Scanned, they say how fresh it is.`}
      actions={
        batches.length > 0 && <PrintButton ids={ids} printing={printing} needsAddress={needsAddress} />
      }
    >
      {query.isPending && <LedgerSkeleton label={t`Batches are on their way`} />}
      {!query.data && query.error && <Unread error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && batches.length === 0 && (
        <EmptyState title={t`Nothing is on the shelf`}>
          <Trans>Labels are printed for the batches that are there.</Trans>
        </EmptyState>
      )}
      {batches.length > 0 && (
        <>
          <Notices printing={printing} shop={shop} needsAddress={needsAddress} />
          <LabelBatches batches={batches} copies={copies} onChange={setCopies} />
          <LabelStock printing={printing} count={ids.length} />
        </>
      )}
    </AreaPage>
  )
}

type Printing = ReturnType<typeof usePrint>

interface PrintProps {
  ids: readonly string[]
  printing: Printing
  needsAddress: boolean
}

function PrintButton({ ids, printing, needsAddress }: PrintProps) {
  const { t } = useLingui()
  const { print, stock, startAt, offset, isOnline } = printing
  const sheets = sheetsOf(stock, ids.length, startAt)
  return (
    <Button
      variant="primary"
      icon="print"
      busy={print.isPending}
      disabled={ids.length === 0 || needsAddress || !isOnline || offset.some(isWrongShift)}
      onClick={() => print.mutate()}
    >
      {ids.length === 0
        ? t`Choose a batch`
        : `${plural(ids.length, { one: 'Print # label', other: 'Print # labels' })}, ${plural(sheets, { one: '# sheet', other: '# sheets' })}`}
    </Button>
  )
}

interface NoticesProps {
  printing: Printing
  shop: ShopRead | undefined
  needsAddress: boolean
}

/** What stands in the way of printing, and that it is done. */
function Notices({ printing: { print, isOnline }, shop, needsAddress }: NoticesProps) {
  const { t } = useLingui()
  const error = print.error && !asksAddress(print.error) ? print.error : undefined
  const refusals = Object.values(fieldErrors(error))
  return (
    <div className="mt-5 grid gap-3 empty:hidden">
      {needsAddress && (
        <Notice tone="warn" title={t`Where do phones reach this almanac?`}>
          <p className="mb-3">
            <Trans>
              Its address now, {shop?.codes_origin ?? 'localhost'}, is known to this computer only: a printed
              code would lead nowhere. Say first where phones find it.
            </Trans>
          </p>
          <AddressForm shop={shop} />
        </Notice>
      )}
      {error && (
        <Notice tone="bad" role="alert" title={problemMessage(error)}>
          {refusals.join(' ')}
        </Notice>
      )}
      {print.isSuccess && <Notice tone="ok" role="status" title={t`The labels are among your downloads`} />}
      {!isOnline && (
        <Notice title={t`Labels are set by the server. Without a network it cannot be reached.`} />
      )}
    </div>
  )
}
