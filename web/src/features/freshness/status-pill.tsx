/** How fresh a batch is: word, sign and colour; and what is waiting to be sent. */
import { useLingui } from '@lingui/react/macro'
import type { Batch } from '@/lib/freshness'
import { Pill } from '@/ui'
import { stateWords, statusLooks, statusWords } from './words'

export function StatusPill({ status }: Pick<Batch, 'status'>) {
  const { t, i18n } = useLingui()
  if (!status) return <Pill icon="clock">{t`Waiting`}</Pill>
  const { icon, tone } = statusLooks[status]
  return (
    <Pill icon={icon} tone={tone}>
      {i18n._(statusWords[status])}
    </Pill>
  )
}

/** Where it went, of what has left the shelf; a recall is a status already. */
export function StatePill({ state }: Pick<Batch, 'state'>) {
  const { i18n } = useLingui()
  if (state === 'on_shelf' || state === 'recalled') return null
  return <Pill icon={state === 'sold' ? 'check' : 'trash'}>{i18n._(stateWords[state])}</Pill>
}
