/** What can be done with the selected batches, at the foot of the page. */
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import type { Batch } from '@/lib/freshness'
import type { Selection } from '@/lib/selection'
import { BarButton, SelectionFrame } from '@/ui/selection-bar'
import { type Change, useBulk } from './bulk'
import { toLabels } from './paths'

interface BarProps {
  selection: Selection
  /** All batches shown; those selected are among them. */
  batches: readonly Batch[]
  today: string
  onRecall: (batches: readonly Batch[]) => void
}

export function SelectionBar({ selection, batches, today, onRecall }: BarProps) {
  const { t } = useLingui()
  const change = useBulk(today)
  const chosen = batches.filter(({ id }) => selection.ids?.has(id))
  const run = (what: Change, label: string) => {
    selection.clear()
    void change(chosen, what, label)
  }
  const navigate = useNavigate()
  const isNone = chosen.length === 0
  const isShelved = !isNone && chosen.every(({ state }) => state === 'on_shelf')
  const isGone = !isNone && chosen.every(({ state }) => state !== 'on_shelf')
  const canRecall = !isNone && chosen.every(({ state }) => state !== 'recalled')
  return (
    <SelectionFrame label={t`Selected batches`} count={chosen.length} selection={selection}>
      {isGone ? (
        <BarButton
          icon="undo"
          label={t`Take back`}
          disabled={false}
          onClick={() => run({ action: 'restored' }, t`taken back`)}
        />
      ) : (
        <>
          <BarButton
            icon="check"
            label={t`Sold`}
            disabled={!isShelved}
            onClick={() => run({ action: 'sold' }, t`sold`)}
          />
          <BarButton
            icon="archive"
            label={t`Discard`}
            disabled={!isShelved}
            onClick={() => run({ action: 'discarded' }, t`discarded`)}
          />
        </>
      )}
      <BarButton
        icon="print"
        label={t`Labels`}
        disabled={!isShelved}
        onClick={() => void navigate(toLabels(chosen.map(({ id }) => id)))}
      />
      <BarButton icon="alert" label={t`Recall…`} disabled={!canRecall} onClick={() => onRecall(chosen)} />
      <BarButton
        icon="trash"
        label={t`Delete`}
        disabled={isNone}
        onClick={() => run({ action: 'delete' }, t`deleted`)}
      />
    </SelectionFrame>
  )
}
