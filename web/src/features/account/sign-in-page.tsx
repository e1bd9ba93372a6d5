/** Signing in. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { readPublicConfigOptions } from '@/api/@tanstack/react-query.gen'
import { enter, isConfirmed, useMe } from '@/lib/session'
import { DayHeadline, Page } from '@/ui'
import { SignInForm } from './sign-in-form'

interface EntranceProps {
  /** A path of this site. */
  next: string
  go: () => void
}

export function SignInPage({ next, go }: EntranceProps) {
  const { t } = useLingui()
  const me = useMe()
  const isClosed = useQuery(readPublicConfigOptions()).data?.sign_up === 'closed'
  if (me && isConfirmed()) return <Navigate to={next} replace />
  return (
    <Page bare title={t`Sign in`}>
      <DayHeadline
        title={t`Sign in`}
        meta={next === '/' ? t`Your day is where you left it.` : t`Then it goes on where you were.`}
      />
      <div className="mt-7">
        <SignInForm onDone={(user) => enter(user, next, go)} />
      </div>
      <p className="mt-8 text-ink-2">
        {isClosed ? (
          <Trans>New accounts are made by the administrator here.</Trans>
        ) : (
          <Trans>
            No account yet?{' '}
            <Link
              to="/signup"
              search={next === '/' ? {} : { next }}
              className="inline-flex min-h-11 items-center font-medium text-ink underline underline-offset-4"
            >
              Create one
            </Link>
          </Trans>
        )}
      </p>
    </Page>
  )
}
