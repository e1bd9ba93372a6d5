/** A recall of a lot: first only what it means, then done, with one undo. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { changeBatches, type RecallRequest, recallBatches } from '@/api'
import { refreshBatches } from '@/lib/freshness-ops'
import { newId } from '@/lib/ids'
import { showProblem } from '@/lib/show-problem'
import type { downloadRecall } from './tables'

interface Form {
  lot: string
  product_id: string
  arrived_from: string
  arrived_to: string
}

const bodyOf = (form: Form, reason: string): RecallRequest => ({
  lot: form.lot.trim(),
  product_id: form.product_id || null,
  arrived_from: form.arrived_from || null,
  arrived_to: form.arrived_to || null,
  reason: reason.trim(),
})

export function useRecall(lot: string) {
  const client = useQueryClient()
  const [form, setForm] = useState<Form>({ lot, product_id: '', arrived_from: '', arrived_to: '' })
  const [reason, setReason] = useState('')
  // Pressed twice, or again after an answer that was lost, it is the same recall, and has the same undo.
  const [key, setKey] = useState(newId)
  const isUndoing = useRef(false)
  const send = async (isDry: boolean) => {
    const body = bodyOf(form, reason)
    const headers = { 'Idempotency-Key': isDry ? newId() : key }
    return (await recallBatches({ body, headers, query: { dry_run: isDry }, throwOnError: true })).data
  }
  const preview = useMutation({ mutationFn: () => send(true) })
  const { mutate: look } = preview
  // Who came from a batch has said already which lot is meant.
  useEffect(() => {
    if (lot) look()
  }, [lot, look])
  const done = useMutation({
    mutationFn: () => send(false),
    onSuccess: () => refreshBatches(client),
    onError: showProblem,
  })
  const undo = async () => {
    const body = done.data?.undo
    if (!body || isUndoing.current) return
    isUndoing.current = true
    try {
      await changeBatches({ body, headers: { 'Idempotency-Key': newId() }, throwOnError: true })
    } finally {
      isUndoing.current = false
    }
    done.reset()
    setKey(newId())
    await Promise.all([refreshBatches(client), preview.mutateAsync()])
  }
  return {
    form,
    /** What was shown is not what is asked for any more. */
    change: (next: Partial<Form>) => {
      setForm((now) => ({ ...now, ...next }))
      preview.reset()
      setKey(newId())
    },
    ...{ reason, setReason, preview, done },
    /** As a table, or as pages. */
    download: (as: typeof downloadRecall) => {
      const { lot: name, product_id, arrived_from, arrived_to } = form
      as({ lot: name.trim(), product_id, arrived_from, arrived_to })
    },
    undo: () => void undo().catch(showProblem),
  }
}
