/** The steps of one import. A file is sent twice: once to look, once to bring in. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ImportFormat, type ImportResult, importFile } from '@/api'
import { Problem } from '@/lib/problem'
import { formatOf, isTimetable, MAX_BYTES } from './file-kind'

/** Where a timetable goes, and what of it. */
export interface Goal {
  /** Empty for a new timetable. */
  routineId: string
  /** Of a new one; empty for the name in the file. */
  name: string
  withPast: boolean
  withHolidays: boolean
}

export const newGoal = (routineId = ''): Goal => ({
  routineId,
  name: '',
  withPast: false,
  withHolidays: false,
})

interface Chosen {
  file: File
  format: ImportFormat
  goal: Goal
  /** What the dry run said. */
  plan: ImportResult
}

export type ImportState =
  | { step: 'choose'; reading: File | undefined; error: unknown }
  | ({ step: 'preview'; isBusy: boolean; isLooking: boolean; error: unknown } & Chosen)
  | { step: 'done'; result: ImportResult }

const queryOf = ({ routineId, name, withPast, withHolidays }: Goal) => ({
  ...(routineId ? { routine_id: routineId } : name.trim() && { routine_name: name.trim() }),
  with_past: withPast,
  with_holidays: withHolidays,
})

async function send({ file, format, goal }: Omit<Chosen, 'plan'>, dryRun: boolean): Promise<ImportResult> {
  const options = {
    body: { file },
    path: { format },
    query: { dry_run: dryRun, ...(isTimetable(format) && queryOf(goal)) },
    throwOnError: true as const,
  }
  return (await importFile(options)).data
}

async function look({ file, goal }: Pick<Chosen, 'file' | 'goal'>): Promise<Chosen> {
  if (file.size > MAX_BYTES) throw new Problem(413, 'file_too_large', '')
  const format = await formatOf(file)
  return { file, format, goal, plan: await send({ file, format, goal }, true) }
}

/** `routineId` is the timetable from which somebody came here. */
export function useImport(routineId: string | undefined) {
  const client = useQueryClient()
  const dryRun = useMutation({ mutationFn: look })
  const bringIn = useMutation({
    mutationFn: (chosen: Chosen) => send(chosen, false),
    // Habits, tasks, timetables and what is counted of them: nothing that was read is sure any more.
    onSuccess: () => void client.invalidateQueries(),
  })
  const [chosen, setChosen] = useState<Chosen>()
  const restart = () => {
    setChosen(undefined)
    dryRun.reset()
    bringIn.reset()
  }
  const lookAgain = (goal: Goal) => {
    if (!chosen) return
    bringIn.reset()
    // What was chosen stands at once; what it comes to follows.
    setChosen({ ...chosen, goal })
    dryRun.mutate({ file: chosen.file, goal }, { onSuccess: setChosen })
  }
  const state: ImportState = bringIn.data
    ? { step: 'done', result: bringIn.data }
    : chosen
      ? {
          step: 'preview',
          ...chosen,
          isBusy: bringIn.isPending,
          isLooking: dryRun.isPending,
          error: bringIn.error ?? dryRun.error,
        }
      : {
          step: 'choose',
          reading: dryRun.isPending ? dryRun.variables.file : undefined,
          error: dryRun.error,
        }
  return {
    state,
    choose: (file: File) => dryRun.mutate({ file, goal: newGoal(routineId) }, { onSuccess: setChosen }),
    lookAgain,
    confirm: () => chosen && bringIn.mutate(chosen),
    restart,
  }
}
