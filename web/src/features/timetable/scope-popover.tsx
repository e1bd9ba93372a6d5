/** A session was moved on a real date: is it meant for this date, or for every week? */
import { Trans, useLingui } from '@lingui/react/macro'
import { shortDate } from '@/lib/dates'
import { Button } from '@/ui'
import type { Block, GridDay } from './grid/blocks'
import type { Place } from './grid/geometry'
import { GridPopover } from './grid-popover'
import { placeWords } from './words'

interface ScopeProps {
  block: Block
  place: Place
  days: readonly GridDay[]
  onDate: () => void
  onSeries: () => void
  onClose: () => void
}

export function ScopePopover({ block, place, days, onDate, onSeries, onClose }: ScopeProps) {
  const { t, i18n } = useLingui()
  const date = shortDate(block.plannedOn ?? '', i18n.locale)
  return (
    <GridPopover label={t`Move ${block.subject}`} onClose={onClose}>
      <p className="font-semibold wrap-anywhere">{block.subject}</p>
      <p className="text-note text-ink-2">{placeWords(place, days)}</p>
      <div className="mt-3 grid gap-2">
        <Button variant="primary" onClick={onDate}>
          <Trans>Only {date}</Trans>
        </Button>
        <Button onClick={onSeries}>
          <Trans>Every week</Trans>
        </Button>
      </div>
    </GridPopover>
  )
}
