/** A batch is written down: product, identifier, arrival; everything else only when it is wanted. Enter saves. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import type { ProductRead } from '@/api'
import { readNextIdentifierOptions } from '@/api/@tanstack/react-query.gen'
import type { Batch } from '@/lib/freshness'
import { useOutboxStatus } from '@/lib/outbox-status'
import { problemMessage } from '@/lib/problem'
import { readChoice, writeChoice } from '@/lib/storage'
import { Button, LedgerSkeleton, Notice, Sheet } from '@/ui'
import { BatchFields } from './batch-fields'
import { type BatchForm, formOf, newForm } from './batch-form'
import { useProductsQuery } from './queries'
import { useSaveBatch } from './use-save-batch'
import { nameOf } from './words'

interface SheetProps {
  /** Undefined: a new one. */
  batch: Batch | undefined
  today: string
  onClose: () => void
}

const LAST = 'freshness.product'

export function BatchSheet({ batch, today, onClose }: SheetProps) {
  const { t } = useLingui()
  const products = useProductsQuery()
  const next = useNextIdentifier(batch === undefined)
  const title = batch ? t`Edit ${nameOf(batch)}` : t`New batch`
  const known = products.data?.data
  if (known && today && next.isKnown)
    return (
      <Editor
        // A new form for the batch after the one that was saved.
        key={batch ? batch.id : next.identifier}
        {...{ batch, title, today, onClose, products: known, identifier: next.identifier }}
      />
    )
  return (
    <Sheet open onOpenChange={onClose} title={title}>
      {products.error ? (
        <Notice tone="bad" role="alert" title={problemMessage(products.error)} />
      ) : (
        <LedgerSkeleton label={t`One moment`} />
      )}
    </Sheet>
  )
}

/** The server's proposal; none while something waits, which may have taken it. */
function useNextIdentifier(wanted: boolean) {
  const { waiting } = useOutboxStatus()
  const query = useQuery({ ...readNextIdentifierOptions(), enabled: wanted, staleTime: 0 })
  const isTaken = waiting.some(({ lane, method }) => lane.startsWith('batches/') && method === 'PUT')
  return {
    identifier: isTaken ? '' : (query.data?.batch_identifier ?? ''),
    isKnown:
      !wanted ||
      isTaken ||
      query.isError ||
      (query.data !== undefined && !query.isFetching) ||
      query.isPaused,
  }
}

interface EditorProps extends SheetProps {
  title: string
  products: readonly ProductRead[]
  identifier: string
}

function Editor({ batch, title, today, onClose, products, identifier }: EditorProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const id = useId()
  const [before] = useState<BatchForm>(() => {
    const last = products.find((product) => product.id === readChoice(LAST))
    return batch ? formOf(batch) : newForm(last ?? products[0], today, identifier)
  })
  const [form, setForm] = useState(before)
  const saving = useSaveBatch({ batch, before, identifier })
  const save = async (isLast: boolean) => {
    if (!(await saving.save(form))) return
    writeChoice(LAST, form.product_id)
    if (isLast) onClose()
    else void client.invalidateQueries({ queryKey: [{ _id: 'readNextIdentifier' }] })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save(true)
  }
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={title}
      footer={
        <>
          {!batch && (
            <Button variant="quiet" busy={saving.isSaving} onClick={() => void save(false)}>
              <Trans>Save, next one</Trans>
            </Button>
          )}
          <Button variant="primary" type="submit" form={id} busy={saving.isSaving}>
            <Trans>Save batch</Trans>
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={submit} aria-label={t`Batch`} className="grid gap-5">
        {saving.refusal && <Notice tone="bad" role="alert" title={saving.refusal} />}
        <BatchFields
          {...{ form, today, products, errors: saving.errors, isNew: batch === undefined }}
          product={batch?.product}
          onChange={(change) => setForm((now) => ({ ...now, ...change }))}
        />
      </form>
    </Sheet>
  )
}
