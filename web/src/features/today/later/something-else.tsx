/** The way to habits that the day did not ask for; the list is loaded when it is wanted. */
import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useState } from 'react'
import type { HabitEntry, Today } from '@/api'
import { Button, LedgerSkeleton } from '@/ui'

const OtherHabits = lazy(() => import('./other-habits').then((file) => ({ default: file.OtherHabits })))

export interface OtherProps {
  day: Today
  /** The habit becomes a row of the day: ticked at once, or with its sheet open where an amount is to be named. */
  onAdd: (entry: HabitEntry) => void
}

export function SomethingElse({ day, onAdd }: OtherProps) {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <Button
        variant="quiet"
        icon={isOpen ? 'minus' : 'plus'}
        aria-expanded={isOpen}
        className="-ml-4"
        onClick={() => setOpen(!isOpen)}
      >
        <Trans>Something else was done</Trans>
      </Button>
      {isOpen && (
        <Suspense fallback={<LedgerSkeleton label={t`Reading your habits`} rows={2} />}>
          <OtherHabits day={day} onAdd={onAdd} />
        </Suspense>
      )}
    </div>
  )
}
