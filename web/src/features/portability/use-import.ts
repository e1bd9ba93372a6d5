/** The steps of one import. A file is sent twice: once to look, once to bring in. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ImportFormat, type ImportResult, importFile } from '@/api'
import { Problem } from '@/lib/problem'
import { formatOf, MAX_BYTES } from './file-kind'

interface Chosen {
  file: File
  format: ImportFormat
  /** What the dry run said. */
  plan: ImportResult
}

export type ImportState =
  | { step: 'choose'; reading: File | undefined; error: unknown }
  | ({ step: 'preview'; isBusy: boolean; error: unknown } & Chosen)
  | { step: 'done'; result: ImportResult }

async function send(file: File, format: ImportFormat, dryRun: boolean): Promise<ImportResult> {
  const options = {
    body: { file },
    path: { format },
    query: { dry_run: dryRun },
    throwOnError: true as const,
  }
  return (await importFile(options)).data
}

async function look(file: File): Promise<Chosen> {
  if (file.size > MAX_BYTES) throw new Problem(413, 'file_too_large', '')
  const format = await formatOf(file)
  return { file, format, plan: await send(file, format, true) }
}

export function useImport() {
  const client = useQueryClient()
  const dryRun = useMutation({ mutationFn: look })
  const bringIn = useMutation({
    mutationFn: ({ file, format }: Chosen) => send(file, format, false),
    // Habits, tasks, themes and what is counted of them: nothing that was read is sure any more.
    onSuccess: () => void client.invalidateQueries(),
  })
  const [chosen, setChosen] = useState<Chosen>()
  const restart = () => {
    setChosen(undefined)
    dryRun.reset()
    bringIn.reset()
  }
  const state: ImportState = bringIn.data
    ? { step: 'done', result: bringIn.data }
    : chosen
      ? { step: 'preview', ...chosen, isBusy: bringIn.isPending, error: bringIn.error }
      : {
          step: 'choose',
          reading: dryRun.isPending ? dryRun.variables : undefined,
          error: dryRun.error,
        }
  return {
    state,
    choose: (file: File) => dryRun.mutate(file, { onSuccess: setChosen }),
    confirm: () => chosen && bringIn.mutate(chosen),
    restart,
  }
}
