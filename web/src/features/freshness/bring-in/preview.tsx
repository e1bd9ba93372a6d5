/** What a table would bring: how much is new, known and wrong, and each wrong cell by its row. Nothing is written yet. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import type { BatchImportResult, RowFault } from '@/api'
import { figure } from '@/lib/dates'
import { Button, LedgerList, Notice } from '@/ui'
import { faultOf, placeOf, refusalOf } from './faults'
import type { ImportState } from './use-import'

interface PreviewProps {
  state: Extract<ImportState, { step: 'preview' }>
  onConfirm: () => void
  onCancel: () => void
}

export function Preview({ state, onConfirm, onCancel }: PreviewProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { plan, file, isBusy, error } = state
  const { added } = plan
  return (
    <div className="grid gap-6">
      <div>
        <h2 ref={heading} tabIndex={-1} className="text-title leading-tight text-balance outline-none">
          <Title plan={plan} />
        </h2>
        <p className="mt-1 text-note wrap-anywhere text-ink-2">{file.name}</p>
      </div>
      <Figures plan={plan} />
      {error ? <Notice tone="bad" role="alert" title={refusalOf(error)} /> : null}
      <div className="flex flex-wrap gap-2.5">
        {added > 0 && (
          <Button variant="primary" busy={isBusy} onClick={onConfirm}>
            <Plural value={added} one="Bring # batch in" other="Bring # batches in" />
          </Button>
        )}
        <Button onClick={onCancel}>
          <Trans>Choose another file</Trans>
        </Button>
      </div>
      {plan.products_added.length > 0 && (
        <p className="text-note wrap-anywhere">
          <span className="font-semibold">
            <Trans>Products that are made with it:</Trans>
          </span>{' '}
          <span className="text-ink-2">{plan.products_added.join(', ')}</span>
        </p>
      )}
      <Faults refused={plan.refused} />
    </div>
  )
}

function Title({ plan: { added, present, refused } }: { plan: BatchImportResult }) {
  if (added > 0) return <Trans>This is in the table</Trans>
  if (refused.length > 0) return <Trans>No row can be brought in as it is</Trans>
  return present > 0 ? (
    <Trans>All of this is here already</Trans>
  ) : (
    <Trans>There is no row in this table</Trans>
  )
}

const rowsOf = (refused: readonly RowFault[]) => new Set(refused.map(({ row }) => row)).size

function Figures({ plan: { added, present, refused } }: { plan: BatchImportResult }) {
  const { t, i18n } = useLingui()
  const figures: [number, string][] = [
    [added, t`new batches`],
    [present, t`batches you have`],
    [rowsOf(refused), t`rows left out`],
  ]
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-4 wide:gap-x-9">
      {figures.map(
        ([value, label]) =>
          value > 0 && (
            <div key={label} className="flex flex-col-reverse justify-end">
              <dt className="text-small text-ink-2">{label}</dt>
              <dd className="figure text-[2.25rem] leading-none">{figure(value, i18n.locale)}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

/** More than anybody mends at once; the table is looked at again afterwards. */
const SHOWN = 100

function Faults({ refused }: { refused: readonly RowFault[] }) {
  const { t } = useLingui()
  if (refused.length === 0) return null
  const rest = refused.length - SHOWN
  return (
    <LedgerList timeless title={t`Left out`} aside={rowsOf(refused)} className="mt-0!">
      {refused.slice(0, SHOWN).map((fault) => (
        <li
          key={`${fault.row} ${fault.field} ${fault.code}`}
          className="flex gap-x-4 border-b border-rule py-2.5 text-note"
        >
          <span className="w-16 flex-none text-ink-2 tabular-nums">{t`Row ${fault.row}`}</span>
          <span className="min-w-0 wrap-anywhere">
            <span className="font-semibold">{placeOf(fault.field)}:</span> {faultOf(fault)}
          </span>
        </li>
      ))}
      {rest > 0 && (
        <li className="py-2.5 text-note text-ink-2">
          <Plural value={rest} one="and # more" other="and # more" />
        </li>
      )}
    </LedgerList>
  )
}
