/** The session ended while the page was in use: sign in over it, so that what was typed stays. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useRouter } from '@tanstack/react-router'
import { enter, startOver, useMe } from '@/lib/session'
import { Button, Dialog } from '@/ui'
import { SignInForm } from './sign-in-form'

export function SignInAgain({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const { t } = useLingui()
  const router = useRouter()
  const me = useMe()
  const goOn = () => {
    onOpenChange(false)
    void router.invalidate()
  }
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={t`You are signed out`}
      description={t`Sign in to go on. What you typed is still there, and what waits to be sent is kept.`}
      footer={
        <Button variant="quiet" onClick={() => void startOver('/')}>
          <Trans>Somebody else</Trans>
        </Button>
      }
    >
      <SignInForm email={me?.email ?? ''} onDone={(user) => enter(user, '/', goOn)} />
    </Dialog>
  )
}
