/** The list while nothing is on it: what it is for, and one thing to do. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { Button, EmptyState } from '@/ui'
import { type BatchSearch, isNarrowed } from './filters'

export function Nothing({ search, onNew }: { search: BatchSearch; onNew: () => void }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  if (isNarrowed(search))
    return (
      <EmptyState
        title={t`No batch is like this`}
        action={
          <Button onClick={() => void navigate({ to: '/freshness', search: { state: 'all' } })}>
            <Trans>Look everywhere</Trans>
          </Button>
        }
      />
    )
  if (search.state && search.state !== 'all') {
    const titles = {
      sold: t`Nothing was sold yet`,
      discarded: t`Nothing was discarded`,
      recalled: t`Nothing is recalled`,
    }
    return <EmptyState title={titles[search.state]} />
  }
  return (
    <EmptyState
      title={t`Nothing is on the shelf`}
      action={
        <Button variant="primary" icon="plus" onClick={onNew}>
          <Trans>Register a batch</Trans>
        </Button>
      }
    >
      <Trans>
        A batch is goods that arrived together. Write down what came and when: Almanac tells how fresh it is,
        and so does the code on its label.
      </Trans>
    </EmptyState>
  )
}
