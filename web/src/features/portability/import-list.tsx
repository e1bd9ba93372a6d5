/** What was brought in before. Each import can be taken back as a whole. */
import { t } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ImportFormat, type ImportRead, type UndoResult, undoImport } from '@/api'
import { listImportsOptions, listImportsQueryKey } from '@/api/@tanstack/react-query.gen'
import { dateAndTime } from '@/lib/dates'
import { regional } from '@/lib/i18n'
import { useMe } from '@/lib/session'
import { Icon, LedgerList, LedgerRow, Pill, RowAction, showToast } from '@/ui'
import { refusalOf } from './problems'
import { WhatCame } from './what-came'

const names: Record<ImportFormat, string> = {
  loop: 'Loop Habit Tracker',
  almanac: 'Almanac',
  ics: 'iCalendar',
  csv: 'CSV',
}

export function ImportList() {
  const { t } = useLingui()
  const { data } = useQuery(listImportsOptions())
  const undo = useUndo()
  if (!data?.data.length) return null
  return (
    <LedgerList timeless title={t`Brought in before`} aside={data.count} className="mt-9!">
      {data.data.map((row) => (
        <ImportRow
          key={row.id}
          row={row}
          isBusy={undo.isPending && undo.variables.id === row.id}
          onUndo={() => undo.mutate(row)}
        />
      ))}
    </LedgerList>
  )
}

function useUndo() {
  const { t } = useLingui()
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (row: ImportRead) =>
      (await undoImport({ path: { import_id: row.id }, throwOnError: true })).data,
    onSuccess: (result) => {
      void showToast(t`Taken back`, { detail: removedWords(result) })
      // Habits, tasks, themes and what is counted of them: nothing that was read is sure any more.
      void client.invalidateQueries()
    },
    onError: (error) => void showToast(refusalOf(error), { tone: 'bad', stays: true }),
    onSettled: () => client.invalidateQueries({ queryKey: listImportsQueryKey() }),
  })
}

/** What went, and that it comes again with the same file. */
function removedWords({ habits_removed, tasks_removed, sessions_removed }: UndoResult): string {
  if (sessions_removed && !habits_removed && !tasks_removed)
    return t`Sessions removed: ${sessions_removed}. Bring the same file in again, and they are back.`
  return tasks_removed
    ? t`Removed: ${habits_removed} habits and ${tasks_removed} tasks. Bring the same file in again, and they are back with their history.`
    : t`Habits removed: ${habits_removed}. Bring the same file in again, and they are back with their history.`
}

function ImportRow({ row, isBusy, onUndo }: { row: ImportRead; isBusy: boolean; onUndo: () => void }) {
  const { t, i18n } = useLingui()
  const zone = useMe()?.timezone ?? 'UTC'
  const at = dateAndTime(row.created_at, regional(i18n.locale), zone)
  return (
    <LedgerRow
      mark={
        <span className="grid size-11 place-items-center text-ink-2">
          <Icon name="import" />
        </span>
      }
      state={row.undone_at ? 'cancelled' : 'open'}
      title={<span className="wrap-anywhere">{row.file_name || names[row.format]}</span>}
      note={
        <>
          {at} · <WhatCame {...row} />
        </>
      }
      status={row.undone_at && <Pill>{t`taken back`}</Pill>}
      action={
        !row.undone_at && (
          <RowAction
            aria-label={t`Take back ${row.file_name || names[row.format]}`}
            aria-busy={isBusy}
            aria-disabled={isBusy}
            onClick={isBusy ? undefined : onUndo}
          >
            <Trans>Take back</Trans>
          </RowAction>
        )
      }
    />
  )
}
