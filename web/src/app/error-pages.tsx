/** What is shown when a page fails or does not exist. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { Problem, problemMessage } from '@/lib/problem'
import { Button, buttonLook, DayHeadline, Page } from '@/ui'

export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui()
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  const requestId = error instanceof Problem ? error.requestId : undefined
  return (
    <Page title={t`Something went wrong`}>
      <DayHeadline title={t`Something went wrong`} />
      <div role="alert" className="mt-6 grid max-w-[34rem] justify-items-start gap-4">
        <p>
          {error instanceof Problem
            ? problemMessage(error)
            : t`This page could not be shown. What you have saved is safe.`}
        </p>
        {requestId && (
          <p className="text-small text-ink-2">
            <Trans>
              If you ask for help, give this number: <code className="select-all">{requestId}</code>
            </Trans>
          </p>
        )}
        <Button variant="primary" icon="retry" onClick={again}>
          <Trans>Try again</Trans>
        </Button>
      </div>
    </Page>
  )
}

export function NotFoundPage() {
  const { t } = useLingui()
  return (
    <Page title={t`Not found`}>
      <DayHeadline
        figure="404"
        spoken={t`404, not found`}
        title={t`No such page`}
        meta={t`It may have been moved or deleted.`}
      />
      <p className="mt-6">
        <Link to="/" className={buttonLook('primary')}>
          <Trans>Go to today</Trans>
        </Link>
      </p>
    </Page>
  )
}
