/** A batch is written down: product, identifier, arrival; everything else only when it is wanted. Enter saves. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import type { ProductRead } from '@/api'
import { readNextIdentifierOptions, readNextIdentifierQueryKey } from '@/api/@tanstack/react-query.gen'
import type { Batch } from '@/lib/freshness'
import { useOutboxStatus } from '@/lib/outbox-status'
import { problemMessage } from '@/lib/problem'
import { readChoice, writeChoice } from '@/lib/storage'
import { Button, LedgerSkeleton, Notice, Sheet } from '@/ui'
import { BatchFields } from './batch-fields'
import { type BatchForm, formOf, newForm, nextForm } from './batch-form'
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
  if (known && today)
    return <Editor {...{ batch, title, today, onClose, products: known, identifier: next }} />
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

/** The server's proposal, once it is there; none while something waits, which may have taken it. */
function useNextIdentifier(wanted: boolean): string {
  const { waiting } = useOutboxStatus()
  const query = useQuery({ ...readNextIdentifierOptions(), enabled: wanted, staleTime: 0 })
  const isTaken = waiting.some(({ lane, method }) => lane.startsWith('batches/') && method === 'PUT')
  return isTaken || query.isFetching ? '' : (query.data?.batch_identifier ?? '')
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
  useProposal(identifier, form, setForm)
  const saving = useSaveBatch({ batch, before, identifier })
  const fields = useRef<HTMLFormElement>(null)
  const save = async (isLast: boolean) => {
    const { current } = fields
    if (!current || saving.isSaving || !(await saving.save(form, unfinishedDates(current)))) return
    writeChoice(LAST, form.product_id)
    if (isLast) return onClose()
    setForm(nextForm(form))
    void client.invalidateQueries({ queryKey: readNextIdentifierQueryKey() })
    current.querySelector<HTMLElement>('input:checked')?.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save(true)
  }
  const onKey = (event: KeyboardEvent) => {
    const isNext = event.key === 'Enter' && event.shiftKey && !(event.target instanceof HTMLTextAreaElement)
    if (!isNext || batch) return
    event.preventDefault()
    void save(false)
  }
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={title}
      footer={
        <>
          {!batch && (
            <Button
              variant="quiet"
              aria-keyshortcuts="Shift+Enter"
              title={t`Shift and Enter: of the same delivery`}
              busy={saving.isSaving}
              onClick={() => void save(false)}
            >
              <Trans>Save, next one</Trans>
            </Button>
          )}
          <Button variant="primary" type="submit" form={id} busy={saving.isSaving}>
            <Trans>Save batch</Trans>
          </Button>
        </>
      }
    >
      <form
        ref={fields}
        id={id}
        noValidate
        onSubmit={submit}
        onKeyDown={onKey}
        aria-label={t`Batch`}
        className="grid gap-5"
      >
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

/** The proposal stands in the field until something else is typed. */
function useProposal(identifier: string, form: BatchForm, onForm: (form: BatchForm) => void) {
  const [proposal, setProposal] = useState(identifier)
  if (identifier === proposal) return
  setProposal(identifier)
  if (['', proposal].includes(form.batch_identifier)) onForm({ ...form, batch_identifier: identifier })
}

/** Dates that are typed in part, or are on no calendar: to the form they are as good as empty. */
const unfinishedDates = (form: HTMLFormElement): string[] =>
  [...form.querySelectorAll<HTMLInputElement>('input[type=date]')]
    .filter(({ validity }) => validity.badInput)
    .map(({ name }) => name)
