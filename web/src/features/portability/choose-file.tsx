/** Drop a file or choose one; nothing is written by it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Notice } from '@/ui'
import { FileDrop } from '@/ui/file-drop'
import { refusalOf } from './problems'
import type { ImportState } from './use-import'

interface ChooseFileProps {
  state: Extract<ImportState, { step: 'choose' }>
  onFile: (file: File) => void
}

export function ChooseFile({ state, onFile }: ChooseFileProps) {
  const { t } = useLingui()
  return (
    <div className="grid gap-5">
      {state.error ? <Notice tone="bad" role="alert" title={refusalOf(state.error)} /> : null}
      <FileDrop
        label={t`File to bring in`}
        accept=".zip,.db,.json,.ics,.csv,text/calendar,text/csv,application/zip,application/json,application/vnd.sqlite3,application/octet-stream"
        reading={state.reading}
        onFile={onFile}
      >
        <Trans>Drop a file here, or choose one. First you see what is in it.</Trans>
      </FileDrop>
      <WhereFrom />
    </div>
  )
}

function WhereFrom() {
  return (
    <dl className="grid gap-3 text-note text-ink-2">
      <div>
        <dt className="font-semibold text-ink">Loop Habit Tracker</dt>
        <dd>
          <Trans>In its settings: “Export full backup” (.db) or “Export as CSV” (.zip). Both will do.</Trans>
        </dd>
      </div>
      <div>
        <dt className="font-semibold text-ink">
          <Trans>Timetables</Trans>
        </dt>
        <dd>
          <Trans>
            A calendar file (.ics) of a university, a school or another calendar, or a table (.csv) with the
            columns subject, weekday, starts, ends and location.
          </Trans>
        </dd>
      </div>
      <div>
        <dt className="font-semibold text-ink">Almanac</dt>
        <dd>
          <Trans>The file of “Export everything” (.json), from here or from another installation.</Trans>
        </dd>
      </div>
    </dl>
  )
}
