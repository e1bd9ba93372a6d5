/** One batch as a card: what it is, how fresh, what comes next, and the two things done at a counter. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import { Children, memo } from 'react'
import type { Status } from '@/api'
import { Button, Icon } from '@/ui'
import { MenuButton, useMenuGesture } from '@/ui/menu'
import { useBatchMenu } from './batch-menu'
import type { BatchProps } from './batch-sections'
import { ChosenBox } from './chosen-box'
import { toBatch, toLabels } from './paths'
import { StatePill, StatusPill } from './status-pill'
import { dateWords, nameOf, nextWords, quantityWords, shelfWords } from './words'

const edges: Record<Status, string> = {
  not_yet: 'border-t-edge',
  fresh: 'border-t-ok',
  caution: 'border-t-warn',
  expired: 'border-t-bad',
  recalled: 'border-t-bad',
}

export const BatchCard = memo(function BatchCard(props: BatchProps) {
  const { batch, isSelected, isPending, actions, onSelect } = props
  const { t } = useLingui()
  const name = nameOf(batch)
  const menu = { label: t`More about ${name}`, items: useBatchMenu(props) }
  const { row, gesture, popup } = useMenuGesture(menu, () => onSelect(batch.id))
  const isSelecting = isSelected !== undefined
  const canLeave = batch.state === 'on_shelf' && !isSelecting
  return (
    <>
      <li
        ref={row}
        {...gesture}
        data-batch={batch.id}
        className={clsx(
          'flex flex-col rounded-panel border border-t-3 border-rule bg-leaf p-3.5 pb-2',
          edges[batch.status ?? 'not_yet'],
          isSelecting && 'cursor-pointer select-none',
          isSelected && 'bg-sunk outline-2 -outline-offset-2 outline-ink',
        )}
      >
        <div className="flex flex-wrap items-start gap-x-3">
          {isSelecting ? (
            <ChosenBox name={name} isSelected={isSelected} />
          ) : (
            <span aria-hidden="true" className="mt-1 w-8 flex-none text-[1.75rem] leading-none">
              {batch.product.emoji}
            </span>
          )}
          <Link
            {...toBatch(batch.id)}
            className="-mt-1.5 block min-h-11 min-w-0 flex-1 basis-32 pt-1.5 underline-offset-3 wrap-anywhere hover:underline"
          >
            <span className="block text-small text-ink-2">{batch.product.name}</span>
            <span className="figure block text-title leading-tight">{batch.batch_identifier || '…'}</span>
          </Link>
          <span className="flex flex-col items-end gap-1">
            <StatusPill status={batch.status} />
            <StatePill state={batch.state} />
          </span>
        </div>
        <Facts {...props} />
        <div className="no-print mt-auto -mr-2 -ml-1 flex flex-wrap items-center pt-2">
          {canLeave && (
            <>
              <Button
                variant="quiet"
                className="px-2.5! text-note!"
                icon="check"
                onClick={() => actions.sell(batch)}
              >
                <Trans>Sold</Trans>
                <span className="sr-only"> {name}</span>
              </Button>
              <Button variant="quiet" className="px-2.5! text-note!" onClick={() => actions.discard(batch)}>
                <Trans>Discard</Trans>
                <span className="sr-only"> {name}</span>
              </Button>
            </>
          )}
          {batch.state !== 'on_shelf' && !isSelecting && (
            <Button
              variant="quiet"
              className="px-2.5! text-note!"
              icon="undo"
              onClick={() => actions.restore(batch)}
            >
              <Trans>Take back</Trans>
              <span className="sr-only"> {name}</span>
            </Button>
          )}
          {isPending && batch.status !== null && <span className="text-small text-ink-2">{t`Waiting`}</span>}
          {!isSelecting && (
            <span className="ml-auto flex">
              {canLeave && batch.code && (
                <Link
                  {...toLabels([batch.id])}
                  title={t`Labels`}
                  className="grid size-11 place-items-center rounded-control text-ink-2 hover:bg-sunk hover:text-ink"
                >
                  <Icon name="print" size={19} />
                  <span className="sr-only">{t`Labels for ${name}`}</span>
                </Link>
              )}
              <MenuButton {...menu} />
            </span>
          )}
        </div>
      </li>
      {popup}
    </>
  )
})

function Facts({ batch, today }: BatchProps) {
  const { t } = useLingui()
  const next = batch.state === 'on_shelf' && nextWords(batch, today)
  const useBy = batch.use_by && dateWords(batch.use_by, today)
  const left = batch.left_on && dateWords(batch.left_on, today)
  const parts = [
    batch.days_on_shelf !== null && (
      <span className="font-medium text-ink">{shelfWords(batch.days_on_shelf)}</span>
    ),
    ...[
      next,
      useBy && t`use by ${useBy}`,
      left && (batch.state === 'sold' ? t`sold ${left}` : t`discarded ${left}`),
      quantityWords(batch),
      batch.lot && t`lot ${batch.lot}`,
      batch.recall_reason,
    ].map((part) => part && <span key={part}>{part}</span>),
  ].filter(Boolean)
  return (
    <p className="mt-2 flex flex-wrap gap-x-3 gap-y-0.5 text-small text-ink-2 wrap-anywhere">
      {Children.toArray(parts)}
    </p>
  )
}
