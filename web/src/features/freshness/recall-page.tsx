/** All goods of a lot, called back in three steps: say which, see them, recall. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useId } from 'react'
import type { RecallResult } from '@/api'
import { useOnline } from '@/lib/online'
import { fieldErrors, problemMessage } from '@/lib/problem'
import { Button, DateField, Field, Input, LedgerSkeleton, Notice, Select, Textarea } from '@/ui'
import { AreaPage } from './area-page'
import { useBatches, useProducts } from './queries'
import { RecallList } from './recall-list'
import { downloadRecall, downloadRecallPages } from './tables'
import { useRecall } from './use-recall'

export function RecallPage({ lot }: { lot: string }) {
  const { t } = useLingui()
  const recall = useRecall(lot)
  const { preview, done } = recall
  const shown = done.data ?? preview.data
  const isOnline = useOnline()
  return (
    <AreaPage
      title={t`Recall`}
      meta={t`Its labels say so at the next look.`}
      actions={
        shown && (
          <Button icon="print" onClick={() => window.print()}>
            <Trans>Print the list</Trans>
          </Button>
        )
      }
    >
      {!isOnline && (
        <Notice title={t`A lot is recalled by the server. Without a network it cannot be reached.`} />
      )}
      {!done.data && <Which {...recall} isOnline={isOnline} />}
      {preview.isPending && <LedgerSkeleton label={t`One moment`} />}
      {preview.error && Object.keys(fieldErrors(preview.error)).length === 0 ? (
        <Notice tone="bad" role="alert" title={problemMessage(preview.error)} />
      ) : null}
      {shown && <Outcome result={shown} recall={recall} />}
    </AreaPage>
  )
}

type Recall = ReturnType<typeof useRecall>

function Which({ form, change, preview, isOnline }: Recall & { isOnline: boolean }) {
  const { t } = useLingui()
  const id = useId()
  const products = useProducts()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    preview.mutate()
  }
  const bind = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  })
  const errors = fieldErrors(preview.error)
  const lots = useLots()
  return (
    <form id={id} noValidate onSubmit={submit} className="no-print mt-6 grid gap-4">
      <div className="grid gap-4 min-[36rem]:grid-cols-2">
        <Field label={t`Lot`} error={errors.lot}>
          {(control) => (
            <>
              <Input {...control} {...bind('lot')} list={`${id}-lots`} autoComplete="off" maxLength={60} />
              <datalist id={`${id}-lots`}>
                {lots.map((each) => (
                  <option key={each} value={each} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        <Field label={t`Product`} error={errors.product_id}>
          {(control) => (
            <Select {...control} {...bind('product_id')}>
              <option value="">{t`Every product`}</option>
              {products.map(({ id: product, name, emoji }) => (
                <option key={product} value={product}>
                  {`${emoji} ${name}`.trim()}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t`Arrived from`} optional={t`optional`} error={errors.arrived_from}>
          {(control) => <DateField {...control} {...bind('arrived_from')} />}
        </Field>
        <Field label={t`Arrived until`} optional={t`optional`} error={errors.arrived_to}>
          {(control) => <DateField {...control} {...bind('arrived_to')} />}
        </Field>
      </div>
      <Button
        type="submit"
        icon="search"
        className="justify-self-start"
        busy={preview.isPending}
        disabled={!isOnline}
      >
        <Trans>Show what is meant</Trans>
      </Button>
    </form>
  )
}

/** Lots of the batches that were changed last, to choose from. */
function useLots(): readonly string[] {
  const batches = useBatches({ sort: '-updated_at' }).data?.data ?? []
  return [...new Set(batches.map(({ lot }) => lot).filter(Boolean))]
}

function Outcome({ result, recall }: { result: RecallResult; recall: Recall }) {
  const { t } = useLingui()
  const { done, reason, setReason } = recall
  const open = result.count - result.already
  if (result.count === 0) return <Notice role="status" title={t`No batch is meant by this`} />
  return (
    <section className="mt-6 grid gap-5">
      {done.data ? (
        <Notice
          tone="ok"
          role="status"
          title={<Plural value={result.count} one="# batch is recalled" other="# batches are recalled" />}
          action={
            <span className="no-print flex flex-wrap gap-2">
              <Button icon="download" onClick={() => recall.download(downloadRecallPages)}>
                <Trans>List (PDF)</Trans>
              </Button>
              <Button icon="download" onClick={() => recall.download(downloadRecall)}>
                <Trans>Table (CSV)</Trans>
              </Button>
              {done.data.undo && (
                <Button icon="undo" onClick={recall.undo}>
                  <Trans>Undo</Trans>
                </Button>
              )}
            </span>
          }
        >
          <Trans>Print this list, or hand it over as a file.</Trans>
        </Notice>
      ) : (
        open > 0 && (
          <div className="no-print grid gap-3">
            <Field
              label={t`Reason`}
              optional={t`optional`}
              hint={t`It stands on the page that customers see.`}
            >
              {(control) => (
                <Textarea
                  {...control}
                  rows={2}
                  maxLength={500}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
            <Button
              variant="danger"
              icon="alert"
              className="justify-self-start"
              busy={done.isPending}
              onClick={() => done.mutate()}
            >
              <Plural value={open} one="Recall # batch" other="Recall # batches" />
            </Button>
          </div>
        )
      )}
      {!done.data && open === 0 && <Notice role="status" title={t`All of it is recalled already`} />}
      <RecallList result={result} />
    </section>
  )
}
