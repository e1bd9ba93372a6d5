/** What a form says at its edges: that something was begun earlier, and why it could not be saved. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Draft } from '@/lib/forms/draft'
import { Problem, problemMessage } from '@/lib/problem'
import { Button } from '../button'
import { Notice } from '../status'

export function DraftNotice<Form>({ draft, name }: { draft: Draft<Form>; name: string | undefined }) {
  const { t } = useLingui()
  if (!draft.found) return null
  return (
    <Notice
      title={name ? t`You had begun: ${name}` : t`You had begun and not saved`}
      action={
        <span className="flex gap-2">
          <Button variant="quiet" onClick={draft.discard}>
            <Trans>Discard</Trans>
          </Button>
          <Button onClick={draft.resume}>
            <Trans>Go on with it</Trans>
          </Button>
        </span>
      }
    />
  )
}

export function Refusal({ error }: { error: unknown }) {
  const requestId = error instanceof Problem ? error.requestId : undefined
  return (
    <Notice tone="bad" role="alert" title={problemMessage(error)}>
      {requestId && (
        <Trans>
          What you typed is still here. Number <code className="select-all">{requestId}</code>
        </Trans>
      )}
    </Notice>
  )
}
