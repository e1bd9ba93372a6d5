/** The first page for who is not signed in: what Almanac is, a day in it, and two ways in. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { readPublicConfigOptions } from '@/api/@tanstack/react-query.gen'
import { buttonLook, DayHeadline, Icon, type IconName, Page } from '@/ui'
import { ExampleDay } from './example-day'

export function LandingPage() {
  const { t } = useLingui()
  const config = useQuery(readPublicConfigOptions()).data
  const isNew = config?.has_accounts === false
  return (
    <Page bare title={t`One page for what comes round again`}>
      <DayHeadline
        title={t`One page for what comes round again`}
        meta={t`Self-hosted: on your own machine, in your own keeping`}
      />
      <p className="mt-5 max-w-[36rem] text-[1.0625rem] leading-relaxed">
        <Trans>
          Almanac puts the day in order: what is due, what can wait, and what has been kept up for weeks. You
          tick; it remembers.
        </Trans>
      </p>
      <div className="mt-6 flex min-h-11 flex-wrap gap-3">
        {config && <WaysIn isClosed={config.sign_up === 'closed'} isNew={isNew} />}
      </div>
      {isNew && (
        <p className="mt-3 text-note text-ink-2">
          <Trans>Nobody has an account here yet. The first one becomes administrator.</Trans>
        </p>
      )}
      <ExampleDay />
      <Virtues />
    </Page>
  )
}

function WaysIn({ isClosed, isNew }: { isClosed: boolean; isNew: boolean }) {
  const signUp = (
    <Link key="up" to="/signup" className={buttonLook(isNew ? 'primary' : 'secondary')}>
      <Trans>Create an account</Trans>
    </Link>
  )
  const signIn = (
    <Link key="in" to="/login" className={buttonLook(isNew ? 'secondary' : 'primary')}>
      <Trans>Sign in</Trans>
    </Link>
  )
  if (isClosed) return signIn
  return isNew ? [signUp, signIn] : [signIn, signUp]
}

function Virtues() {
  return (
    <ul className="mt-10 grid gap-x-8 gap-y-5 border-t border-rule pt-5 wide:grid-cols-3">
      <Virtue icon="calendar" title={<Trans>Every rhythm</Trans>}>
        <Trans>Daily, three times a week, the last of the month, or some days after the last time.</Trans>
      </Virtue>
      <Virtue icon="offline" title={<Trans>Without a network</Trans>}>
        <Trans>Tick on the train. It is kept on the device and sent once, when there is a network.</Trans>
      </Virtue>
      <Virtue icon="import" title={<Trans>Bring your past</Trans>}>
        <Trans>Years of Loop Habit Tracker come in as they are; all of it goes out as one file.</Trans>
      </Virtue>
    </ul>
  )
}

function Virtue({ icon, title, children }: { icon: IconName; title: ReactNode; children: ReactNode }) {
  return (
    <li className="grid content-start gap-1">
      <h2 className="flex items-center gap-2 text-base leading-tight">
        <Icon name={icon} size={16} className="text-ink-2" />
        {title}
      </h2>
      <p className="text-note text-ink-2">{children}</p>
    </li>
  )
}
