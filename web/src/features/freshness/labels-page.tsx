/** Labels: which batches, on which stock, from which label on; the server sets them as a PDF. */
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import type { BatchRead } from '@/api'
import { numberOf } from '@/lib/forms/numbers'
import { problemMessage } from '@/lib/problem'
import { Button, EmptyState, Field, FieldGroup, Input, LedgerSkeleton, Notice, Select } from '@/ui'
import { Unread } from '@/ui/unread'
import { AddressForm } from './address-form'
import { AreaPage } from './area-page'
import { queryOf } from './filters'
import { type Copies, LabelBatches } from './label-batches'
import { asksAddress, calibrationUrl } from './print-labels'
import { useBatches } from './queries'
import { SheetPicker } from './sheet-picker'
import { STOCKS, sheetsOf } from './stocks'
import { usePrint } from './use-print'
import { useShop } from './use-shop'

/** `chosen`: the ids to begin with. */
export function LabelsPage({ chosen }: { chosen: readonly string[] }) {
  const { t } = useLingui()
  const query = useBatches(queryOf({}))
  const batches = query.data?.data
  const [copies, setCopies] = useState<Copies>(() => new Map(chosen.map((id) => [id, 1])))
  return (
    <AreaPage title={t`Labels`} meta={t`Whoever scans one sees how fresh it is, without an account.`}>
      {query.isPending && <LedgerSkeleton label={t`Batches are on their way`} />}
      {!batches && query.error && <Unread error={query.error} onRetry={() => void query.refetch()} />}
      {batches?.length === 0 && (
        <EmptyState title={t`Nothing is on the shelf`}>
          <Trans>Labels are printed for the batches that are there.</Trans>
        </EmptyState>
      )}
      {batches && batches.length > 0 && (
        <>
          <LabelBatches batches={batches} copies={copies} onChange={setCopies} />
          <Print batches={batches} copies={copies} />
        </>
      )}
    </AreaPage>
  )
}

function Print({ batches, copies }: { batches: readonly BatchRead[]; copies: Copies }) {
  const { t, i18n } = useLingui()
  const shop = useShop().data
  const ids = useMemo(
    () => batches.flatMap(({ id }) => Array.from({ length: copies.get(id) ?? 0 }, () => id)),
    [batches, copies],
  )
  const { stock, chooseStock, startAt, setStartAt, offset, setOffset, print, isOnline } = usePrint(ids)
  const needsAddress = shop?.has_local_address ?? asksAddress(print.error)
  const sheets = sheetsOf(stock, ids.length, startAt)
  const onlySheet = stock.columns * stock.rows > 1
  return (
    <div className="no-print mt-7 grid gap-5">
      <Field label={t`Stock`} className="max-w-[25rem]">
        {(control) => (
          <Select {...control} value={stock.id} onChange={(event) => chooseStock(event.target.value)}>
            {STOCKS.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {onlySheet && (
        <FieldGroup legend={t`First free label`} hint={t`A sheet that was begun is used up.`}>
          <SheetPicker stock={stock} count={ids.length} value={startAt} onChange={setStartAt} />
        </FieldGroup>
      )}
      <FieldGroup
        legend={t`Shift, in millimetres`}
        hint={
          <>
            <Trans>For a printer that does not hit the labels. Measure it on the calibration page.</Trans>{' '}
            <a
              href={calibrationUrl(stock.id, i18n.locale)}
              download
              className="inline-flex min-h-11 items-center underline underline-offset-3"
            >
              <Trans>Calibration page</Trans>
            </a>
          </>
        }
      >
        <div className="flex gap-4">
          {(['right', 'down'] as const).map((side, at) => (
            <Field key={side} label={side === 'right' ? t`to the right` : t`down`}>
              {(control) => (
                <Input
                  {...control}
                  inputMode="text"
                  className="w-24!"
                  value={offset[at] ?? ''}
                  aria-invalid={Number.isNaN(numberOf(offset[at] ?? '')) || undefined}
                  onChange={(event) => setOffset(at, event.target.value)}
                />
              )}
            </Field>
          ))}
        </div>
      </FieldGroup>
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
      {print.error && !asksAddress(print.error) ? (
        <Notice tone="bad" role="alert" title={problemMessage(print.error)} />
      ) : null}
      {print.isSuccess && <Notice tone="ok" role="status" title={t`The labels are among your downloads`} />}
      {!isOnline && (
        <Notice title={t`Labels are set by the server. Without a network it cannot be reached.`} />
      )}
      <Button
        variant="primary"
        icon="print"
        className="justify-self-start"
        busy={print.isPending}
        disabled={ids.length === 0 || needsAddress || !isOnline}
        onClick={() => print.mutate()}
      >
        {ids.length === 0
          ? t`Choose a batch`
          : `${plural(ids.length, { one: 'Print # label', other: 'Print # labels' })}, ${plural(sheets, { one: '# sheet', other: '# sheets' })}`}
      </Button>
    </div>
  )
}
