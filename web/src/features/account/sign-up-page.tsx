/** Making an account. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import type { PublicConfig } from '@/api'
import { readPublicConfigOptions } from '@/api/@tanstack/react-query.gen'
import { problemMessage } from '@/lib/problem'
import { enter, isConfirmed, useMe } from '@/lib/session'
import { Button, DayHeadline, EmptyState, Notice, Page, Skeleton } from '@/ui'
import { SignUpForm } from './sign-up-form'

interface EntranceProps {
  /** A path of this site. */
  next: string
  go: () => void
}

export function SignUpPage({ next, go }: EntranceProps) {
  const { t } = useLingui()
  const me = useMe()
  const config = useQuery(readPublicConfigOptions())
  if (me && isConfirmed()) return <Navigate to={next} replace />
  return (
    <Page bare title={t`Create an account`}>
      <DayHeadline title={t`Create an account`} meta={t`It lives on this server and nowhere else.`} />
      <div className="mt-7">
        {config.data && <SignUp config={config.data} next={next} go={go} />}
        {config.isPending && (
          <div role="status" aria-label={t`One moment`} className="grid max-w-[25rem] gap-5">
            <Skeleton className="h-18" />
            <Skeleton className="h-24" />
            <Skeleton className="h-18" />
          </div>
        )}
        {config.isError && !config.data && (
          <Notice
            tone="bad"
            role="alert"
            title={problemMessage(config.error)}
            action={
              <Button icon="retry" onClick={() => void config.refetch()}>
                <Trans>Try again</Trans>
              </Button>
            }
          />
        )}
      </div>
      <p className="mt-8 text-ink-2">
        <Trans>
          You have an account?{' '}
          <Link
            to="/login"
            search={next === '/' ? {} : { next }}
            className="inline-flex min-h-11 items-center font-medium text-ink underline underline-offset-4"
          >
            Sign in
          </Link>
        </Trans>
      </p>
    </Page>
  )
}

function SignUp({ config, next, go }: EntranceProps & { config: PublicConfig }) {
  if (config.sign_up === 'closed')
    return (
      <EmptyState title={<Trans>New accounts are made by the administrator here.</Trans>}>
        <Trans>Ask whoever runs this Almanac to make one for you, then sign in with it.</Trans>
      </EmptyState>
    )
  return <SignUpForm isFirst={!config.has_accounts} onDone={(user) => enter(user, next, go)} />
}
