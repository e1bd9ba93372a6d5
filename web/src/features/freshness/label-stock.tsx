/** Which sheet is printed on, from which label on, and how far the printer is out. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Field, FieldGroup, Input, Select } from '@/ui'
import { calibrationUrl } from './print-labels'
import { SheetPicker } from './sheet-picker'
import { isWrongShift, MOST_MM, STOCKS } from './stocks'
import type { usePrint } from './use-print'

interface StockProps {
  printing: ReturnType<typeof usePrint>
  count: number
}

export function LabelStock({ printing, count }: StockProps) {
  const { t } = useLingui()
  const { stock, chooseStock, startAt, setStartAt } = printing
  const isSheet = stock.columns * stock.rows > 1
  return (
    <div className="no-print mt-7 grid gap-5">
      <Field label={t`Stock`} className="max-w-[25rem]">
        {(control) => (
          <Select {...control} value={stock.id} onChange={(event) => chooseStock(event.target.value)}>
            {STOCKS.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {isSheet && (
        <FieldGroup legend={t`First free label`} hint={t`A sheet that was begun is used up.`}>
          <SheetPicker stock={stock} count={count} value={startAt} onChange={setStartAt} />
        </FieldGroup>
      )}
      <Shift {...printing} />
    </div>
  )
}

function Shift({ stock, offset, setOffset }: StockProps['printing']) {
  const { t, i18n } = useLingui()
  return (
    <FieldGroup
      legend={t`Shift, in millimetres`}
      error={offset.some(isWrongShift) ? t`Write a number from −${MOST_MM} to ${MOST_MM}` : undefined}
      hint={
        <>
          <Trans>For a printer that does not hit the labels. Measure it on the calibration page.</Trans>{' '}
          <a
            href={calibrationUrl(stock.id, i18n.locale)}
            download
            className="inline-flex min-h-11 items-center underline underline-offset-3"
          >
            <Trans>Calibration page</Trans>
          </a>
        </>
      }
    >
      <div className="flex gap-4">
        {(['right', 'down'] as const).map((side, at) => (
          <Field key={side} label={side === 'right' ? t`to the right` : t`down`}>
            {(control) => (
              <Input
                {...control}
                inputMode="text"
                className="w-24!"
                value={offset[at] ?? ''}
                aria-invalid={isWrongShift(offset[at] ?? '') || undefined}
                onChange={(event) => setOffset(at, event.target.value)}
              />
            )}
          </Field>
        ))}
      </div>
    </FieldGroup>
  )
}
