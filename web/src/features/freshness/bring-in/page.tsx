/** Bringing batches in from a spreadsheet: choose a table, look at what would come, bring it in, take it back. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useOnline } from '@/lib/online'
import { Notice } from '@/ui'
import { FileDrop } from '@/ui/file-drop'
import { AreaPage } from '../area-page'
import { refusalOf } from './faults'
import { Preview } from './preview'
import { Result } from './result'
import { type ImportState, useImport } from './use-import'

export function ImportPage() {
  const { t } = useLingui()
  const { state, choose, confirm, undo, restart } = useImport()
  return (
    <AreaPage title={t`Bring batches in`} meta={t`What you have already is never overwritten.`}>
      <div className="mt-6">
        {state.step === 'choose' && <Choose state={state} onFile={choose} />}
        {state.step === 'preview' && <Preview state={state} onConfirm={confirm} onCancel={restart} />}
        {state.step === 'done' && <Result state={state} onUndo={undo} onAgain={restart} />}
      </div>
    </AreaPage>
  )
}

interface ChooseProps {
  state: Extract<ImportState, { step: 'choose' }>
  onFile: (file: File) => void
}

function Choose({ state: { reading, error }, onFile }: ChooseProps) {
  const { t } = useLingui()
  const isOnline = useOnline()
  return (
    <div className="grid gap-5">
      {!isOnline && (
        <Notice title={t`A table is read by the server. Without a network it cannot be reached.`} />
      )}
      {error ? <Notice tone="bad" role="alert" title={refusalOf(error)} /> : null}
      <FileDrop
        label={t`Table to bring in`}
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        reading={reading}
        onFile={onFile}
      >
        <Trans>Drop a table (CSV) here, or choose one. First you see what is in it.</Trans>
      </FileDrop>
      <dl className="grid gap-3 text-note text-ink-2">
        <div>
          <dt className="font-semibold text-ink">
            <Trans>What the first line names</Trans>
          </dt>
          <dd>
            <Trans>
              The columns: product is needed; identifier, lot, butcher_date, arrival_date, use_by, quantity,
              unit, note, state and left_on are read where they are there.
            </Trans>
          </dd>
        </div>
        <div>
          <dt className="font-semibold text-ink">
            <Trans>How dates and numbers are written</Trans>
          </dt>
          <dd>
            <Trans>
              2026-03-18 or 18.03.2026, with a point or a comma. Columns may be parted by commas, semicolons
              or tabs. A row without an identifier gets the next one, one without an arrival came today.
            </Trans>
          </dd>
        </div>
      </dl>
    </div>
  )
}
