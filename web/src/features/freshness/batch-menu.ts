/** What can be done with one batch, as its menu offers it. */
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import type { MenuItem, MenuItems } from '@/ui'
import type { BatchProps } from './batch-sections'
import { toBatch, toLabels, toRecall } from './paths'

export function useBatchMenu(props: BatchProps): MenuItems {
  const { batch, actions, onEdit, onRecall, onSelect } = props
  const { t } = useLingui()
  const navigate = useNavigate()
  const { id, lot, state } = batch
  const leave: MenuItem[] =
    state === 'on_shelf'
      ? [
          { label: t`Sold`, icon: 'check', keys: 'S', onSelect: () => actions.sell(batch) },
          { label: t`Discard`, icon: 'archive', keys: 'D', onSelect: () => actions.discard(batch) },
        ]
      : [{ label: t`Take back`, icon: 'undo', onSelect: () => actions.restore(batch) }]
  const recall: MenuItem[] =
    state === 'recalled' ? [] : [{ label: t`Recall…`, icon: 'alert', onSelect: () => onRecall(batch) }]
  const wholeLot: MenuItem[] = lot
    ? [{ label: t`Recall lot ${lot}…`, icon: 'alert', onSelect: () => void navigate(toRecall(lot)) }]
    : []
  return [
    { label: t`Code and history`, icon: 'label', onSelect: () => void navigate(toBatch(id)) },
    {
      label: t`Labels`,
      icon: 'print',
      keys: 'L',
      disabled: state !== 'on_shelf' || !batch.code,
      onSelect: () => void navigate(toLabels([id])),
    },
    { label: t`Edit`, icon: 'edit', keys: 'E', onSelect: () => onEdit(id) },
    { label: t`Duplicate`, icon: 'copy', onSelect: () => actions.duplicate(batch) },
    null,
    ...leave,
    ...recall,
    ...wholeLot,
    null,
    { label: t`Select`, icon: 'check', keys: 'X', onSelect: () => onSelect(id) },
    { label: t`Delete`, icon: 'trash', danger: true, onSelect: () => actions.remove(batch) },
  ]
}
