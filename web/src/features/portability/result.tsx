/** What came in, and where it is now. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ImportResult } from '@/api'
import { Button, buttonLook } from '@/ui'
import { WhatCame } from './what-came'

export function Result({ result, onAgain }: { result: ImportResult; onAgain: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { routine } = result
  const onlyTasks = result.by_habit.length === 0
  return (
    <div className="grid justify-items-start gap-4 border-b border-rule pb-8">
      <h2 ref={heading} tabIndex={-1} className="text-title leading-tight outline-none">
        <Trans>It is all here</Trans>
      </h2>
      <p role="status" className="max-w-[34rem] text-ink-2">
        <WhatCame {...result} />
        {'. '}
        <Trans>Should it not be what you meant, take it back below.</Trans>
      </p>
      <div className="flex flex-wrap gap-2.5">
        {routine?.id ? (
          <Link
            to="/timetable/$routineId"
            params={{ routineId: routine.id }}
            search={{ view: 'pattern' }}
            className={buttonLook('primary')}
          >
            <Trans>See the timetable</Trans>
          </Link>
        ) : onlyTasks ? (
          <Link to="/tasks" className={buttonLook('primary')}>
            <Trans>See your tasks</Trans>
          </Link>
        ) : (
          <Link to="/habits" className={buttonLook('primary')}>
            <Trans>See your habits</Trans>
          </Link>
        )}
        <Link to="/" className={buttonLook()}>
          <Trans>Go to today</Trans>
        </Link>
        <Button variant="quiet" onClick={onAgain}>
          <Trans>Another file</Trans>
        </Button>
      </div>
    </div>
  )
}
