/** Drop a file or choose one; nothing is written by it. */
import { Trans, useLingui } from '@lingui/react/macro'
import clsx from 'clsx'
import { type DragEvent, useRef, useState } from 'react'
import { Button, Icon, Notice } from '@/ui'
import { refusalOf } from './problems'
import type { ImportState } from './use-import'

interface ChooseFileProps {
  state: Extract<ImportState, { step: 'choose' }>
  onFile: (file: File) => void
}

export function ChooseFile({ state, onFile }: ChooseFileProps) {
  const { t } = useLingui()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onFile(file)
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(true)
  }
  return (
    <div className="grid gap-5">
      {state.error ? <Notice tone="bad" role="alert" title={refusalOf(state.error)} /> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut of the button inside */}
      <div
        onDrop={drop}
        onDragOver={over}
        onDragLeave={() => setIsOver(false)}
        className={clsx(
          'grid min-h-52 content-center justify-items-center gap-3 rounded-panel border-2 border-dashed px-5 py-8 text-center',
          isOver ? 'border-accent bg-leaf' : 'border-rule-strong',
        )}
      >
        <Icon name="import" size={26} className="text-ink-2" />
        {state.reading ? (
          <p role="status" className="min-h-11">
            <Trans>Reading {state.reading.name} …</Trans>
          </p>
        ) : (
          <>
            <p>
              <Trans>Drop a file here, or choose one. First you see what is in it.</Trans>
            </p>
            <Button variant="primary" onClick={() => input.current?.click()}>
              <Trans>Choose a file</Trans>
            </Button>
          </>
        )}
        <input
          ref={input}
          type="file"
          aria-label={t`File to bring in`}
          tabIndex={-1}
          accept=".zip,.db,.json,.ics,.csv,text/calendar,text/csv,application/zip,application/json,application/vnd.sqlite3,application/octet-stream"
          onChange={(event) => {
            const file = event.target.files?.[0]
            // The same file can be chosen again after it was refused.
            event.target.value = ''
            if (file) onFile(file)
          }}
          className="sr-only"
        />
      </div>
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
