/** What can be done with the batch that is opened. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Batch } from '@/lib/freshness'
import { Button, buttonLook, Icon, MenuButton, type MenuItem } from '@/ui'
import type { BatchActions } from './actions'
import { toLabels, toRecall } from './paths'
import { nameOf } from './words'

interface ButtonsProps {
  batch: Batch
  actions: BatchActions
  onEdit: () => void
  onRecall: () => void
  onRemove: () => void
}

export function BatchButtons({ batch, actions, onEdit, onRecall, onRemove }: ButtonsProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { lot } = batch
  const wholeLot: MenuItem[] = lot
    ? [{ label: t`Recall lot ${lot}…`, icon: 'alert', onSelect: () => void navigate(toRecall(lot)) }]
    : []
  return (
    <div className="no-print mt-4 flex flex-wrap gap-2">
      {batch.state === 'on_shelf' ? (
        <>
          <Button variant="primary" icon="check" onClick={() => actions.sell(batch)}>
            <Trans>Sold</Trans>
          </Button>
          <Button icon="archive" onClick={() => actions.discard(batch)}>
            <Trans>Discard</Trans>
          </Button>
          <Link {...toLabels([batch.id])} className={buttonLook()}>
            <Icon name="print" />
            <Trans>Labels</Trans>
          </Link>
        </>
      ) : (
        <Button icon="undo" onClick={() => actions.restore(batch)}>
          <Trans>Take back</Trans>
        </Button>
      )}
      <Button icon="edit" onClick={onEdit}>
        <Trans>Edit</Trans>
      </Button>
      <MenuButton
        framed
        label={t`More about ${nameOf(batch)}`}
        items={[
          { label: t`Duplicate`, icon: 'copy', onSelect: () => actions.duplicate(batch) },
          { label: t`Recall…`, icon: 'alert', disabled: batch.state === 'recalled', onSelect: onRecall },
          ...wholeLot,
          null,
          { label: t`Delete`, icon: 'trash', danger: true, onSelect: onRemove },
        ]}
      />
    </div>
  )
}
