/** Saving a batch that was typed: checked here first, sent at once, and kept where it cannot be sent. */
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Batch, saveBatch } from '@/lib/freshness'
import { refreshBatches, removeBatch } from '@/lib/freshness-ops'
import { newId } from '@/lib/ids'
import { fieldErrors, problemMessage } from '@/lib/problem'
import { showProblem } from '@/lib/show-problem'
import { showToast } from '@/ui'
import { type BatchForm, createOf, errorsOf, type FormErrors, updateOf } from './batch-form'
import { useProducts } from './queries'
import { showBatches } from './sync'

interface SavingProps {
  batch: Batch | undefined
  before: BatchForm
  /** The proposal; left as it is, the server gives the next one at the time. */
  identifier: string
}

export function useSaveBatch({ batch, before, identifier }: SavingProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const products = useProducts()
  // Sent twice, it is the same batch; the one after it is another.
  const [newOne, setNewOne] = useState(newId)
  const [errors, setErrors] = useState<FormErrors>({})
  const [refusal, setRefusal] = useState<string>()
  const [isSaving, setSaving] = useState(false)

  const send = async (form: BatchForm) => {
    const product = products.find(({ id }) => id === form.product_id)?.name ?? ''
    const name = `${product} ${form.batch_identifier}`.trim()
    if (batch) {
      const saved = await saveBatch(
        batch.id,
        { kind: 'update', body: updateOf(form, before) },
        t`${name}: changed`,
      )
      if (saved) showBatches(client, [saved])
      return
    }
    const body = createOf(form)
    if (form.batch_identifier === identifier) delete body.batch_identifier
    const saved = await saveBatch(newOne, { kind: 'save', body }, t`${name}: new batch`)
    if (saved) showBatches(client, [saved], true)
    setNewOne(newId())
    const shown = saved ? `${product} ${saved.batch_identifier}` : name
    const labels = { gone: t`${shown}: deleted`, back: t`${shown} is back` }
    void showToast(t`${shown} is registered`, {
      id: `batch-${newOne}`,
      undo: () => void removeBatch(newOne, labels).catch(showProblem),
    })
  }

  /** Answers whether it is saved, or kept to be sent. */
  const save = async (form: BatchForm, unfinished: readonly string[]): Promise<boolean> => {
    // The server gives one that has none its identifier, also when it is edited before it was sent.
    const wrong = errorsOf(form, { mayLackIdentifier: !batch?.batch_identifier, unfinished })
    setErrors(wrong)
    setRefusal(undefined)
    if (Object.keys(wrong).length > 0) return false
    setSaving(true)
    try {
      await send(form)
      void refreshBatches(client)
      return true
    } catch (error) {
      const named = fieldErrors(error)
      setErrors(named)
      const isNamed = Object.keys(named).some((field) => field in form)
      if (!isNamed) setRefusal(problemMessage(error))
      return false
    } finally {
      setSaving(false)
    }
  }

  return { save, errors, refusal, isSaving }
}
