/** What came in, and how to take it back. */
import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Button, buttonLook, Notice } from '@/ui'
import { toLabels, toList } from '../paths'
import { refusalOf } from './faults'
import type { ImportState } from './use-import'

/** As many ids as an address may hold. */
const MOST_LABELS = 50

interface ResultProps {
  state: Extract<ImportState, { step: 'done' }>
  onUndo: () => void
  onAgain: () => void
}

export function Result({ state: { result, isBusy, isUndone, error }, onUndo, onAgain }: ResultProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const shelved = result.data.filter(({ state }) => state === 'on_shelf').map(({ id }) => id)
  return (
    <div className="grid justify-items-start gap-4">
      <h2 ref={heading} tabIndex={-1} className="text-title leading-tight outline-none">
        {isUndone ? (
          <Trans>Taken back</Trans>
        ) : (
          <Plural value={result.added} one="# batch came in" other="# batches came in" />
        )}
      </h2>
      {error ? <Notice tone="bad" role="alert" title={refusalOf(error)} /> : null}
      {isUndone && (
        <p role="status" className="text-ink-2">
          <Trans>The batches are gone again. Products that came with them are still there.</Trans>
        </p>
      )}
      <div className="flex flex-wrap gap-2.5">
        <Link {...toList} search={{ sort: '-updated_at' }} className={buttonLook('primary')}>
          <Trans>See the batches</Trans>
        </Link>
        {!isUndone && shelved.length > 0 && shelved.length <= MOST_LABELS && (
          <Link {...toLabels(shelved)} className={buttonLook()}>
            <Trans>Labels</Trans>
          </Link>
        )}
        {!isUndone && result.undo && (
          <Button icon="undo" busy={isBusy} onClick={onUndo}>
            <Trans>Take back</Trans>
          </Button>
        )}
        <Button variant="quiet" onClick={onAgain}>
          <Trans>Another file</Trans>
        </Button>
      </div>
    </div>
  )
}
