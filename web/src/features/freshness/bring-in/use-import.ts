/** The steps of bringing a table in. It is sent twice: once to look, once to bring in. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type BatchImportResult, changeBatches, importBatches } from '@/api'
import { refreshBatches } from '@/lib/freshness-ops'
import { newId } from '@/lib/ids'
import { Problem } from '@/lib/problem'

/** The server takes files up to this size. */
const MAX_BYTES = 2 * 1024 * 1024

interface Chosen {
  file: File
  /** What the dry run said. */
  plan: BatchImportResult
}

export type ImportState =
  | { step: 'choose'; reading: File | undefined; error: unknown }
  | ({ step: 'preview'; isBusy: boolean; error: unknown } & Chosen)
  | { step: 'done'; result: BatchImportResult; isBusy: boolean; isUndone: boolean; error: unknown }

const send = async (file: File, dryRun: boolean): Promise<BatchImportResult> =>
  (await importBatches({ body: { file }, query: { dry_run: dryRun }, throwOnError: true })).data

async function look(file: File): Promise<Chosen> {
  if (file.size === 0) throw new Problem(422, 'empty', '')
  if (file.size > MAX_BYTES) throw new Problem(413, 'too_large', '')
  return { file, plan: await send(file, true) }
}

async function takeBack({ undo }: BatchImportResult): Promise<void> {
  if (undo) await changeBatches({ body: undo, headers: { 'Idempotency-Key': newId() }, throwOnError: true })
}

export function useImport() {
  const client = useQueryClient()
  const [chosen, setChosen] = useState<Chosen>()
  const onSuccess = () => void refreshBatches(client)
  const dryRun = useMutation({ mutationFn: look })
  const bringIn = useMutation({ mutationFn: ({ file }: Chosen) => send(file, false), onSuccess })
  const undo = useMutation({ mutationFn: takeBack, onSuccess })
  const { data: result } = bringIn
  const state: ImportState = result
    ? { step: 'done', result, isBusy: undo.isPending, isUndone: undo.isSuccess, error: undo.error }
    : chosen
      ? { step: 'preview', ...chosen, isBusy: bringIn.isPending, error: bringIn.error }
      : { step: 'choose', reading: dryRun.isPending ? dryRun.variables : undefined, error: dryRun.error }
  return {
    state,
    choose: (file: File) => dryRun.mutate(file, { onSuccess: setChosen }),
    confirm: () => chosen && bringIn.mutate(chosen),
    undo: () => result && undo.mutate(result),
    restart: () => {
      setChosen(undefined)
      for (const step of [dryRun, bringIn, undo]) step.reset()
    },
  }
}
