/** The headline: how much is on the shelf, and how much of it wants a look. */
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import type { Status } from '@/api'
import type { Selection } from '@/lib/selection'
import { Button, DayHeadline, MenuButton } from '@/ui'
import { type BatchSearch, queryOf } from './filters'
import { toImport } from './paths'
import { useBatches } from './queries'
import { downloadBatches } from './tables'
import type { Look } from './use-view'

function useWords() {
  const { t } = useLingui()
  const counts = useBatches(queryOf({})).data?.counts
  if (!counts) return { title: t`Freshness`, meta: t`One moment` }
  const shelf = counts.state.on_shelf ?? 0
  if (shelf === 0) return { title: t`Freshness`, meta: t`Nothing is on the shelf` }
  const of = (status: Status) => counts.status[status] ?? 0
  const expired = of('expired')
  const caution = of('caution')
  const parts = [
    expired > 0 && plural(expired, { one: '# expired', other: '# expired' }),
    caution > 0 && plural(caution, { one: '# with caution', other: '# with caution' }),
    of('not_yet') > 0 && plural(of('not_yet'), { one: '# on its way', other: '# on their way' }),
  ].filter(Boolean)
  return {
    figure: shelf,
    title: plural(shelf, { one: 'batch on the shelf', other: 'batches on the shelf' }),
    meta: parts.length > 0 ? parts.join(' · ') : t`All of it is fresh`,
  }
}

interface HeadlineProps {
  look: Look
  onLook: (look: Look) => void
  onNew: () => void
  selection: Selection
  search: BatchSearch
}

export function ListHeadline({ look, onLook, onNew, selection, search }: HeadlineProps) {
  const { t } = useLingui()
  const { figure, title, meta } = useWords()
  const navigate = useNavigate()
  const other: Look = look === 'cards' ? 'table' : 'cards'
  return (
    <DayHeadline
      figure={figure}
      title={title}
      spoken={figure ? t`Freshness: ${figure} ${title}` : title}
      meta={meta}
      actions={
        <>
          <Button variant="primary" icon="plus" onClick={onNew}>
            <Trans>New batch</Trans>
          </Button>
          <MenuButton
            framed
            label={t`More about batches`}
            items={[
              {
                label: other === 'table' ? t`Show as table` : t`Show as cards`,
                icon: other === 'table' ? 'menu' : 'label',
                onSelect: () => onLook(other),
              },
              { label: t`Select several`, icon: 'check', onSelect: selection.begin },
              null,
              {
                label: t`Bring a table in (CSV)`,
                icon: 'import',
                onSelect: () => void navigate(toImport),
              },
              {
                label: t`Download as a table (CSV)`,
                icon: 'download',
                onSelect: () => {
                  const { state, status, product_id, q, arrived_from, arrived_to } = queryOf(search)
                  downloadBatches({
                    ...{ state: state?.[0], status: status?.[0], product_id: product_id ?? undefined, q },
                    arrived_from: arrived_from ?? undefined,
                    arrived_to: arrived_to ?? undefined,
                  })
                },
              },
            ]}
          />
        </>
      }
    />
  )
}
