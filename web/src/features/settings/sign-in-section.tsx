/** The way in: the password, and the way out. */
import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useId, useState } from 'react'
import type { UserRead } from '@/api'
import { Button, Pill } from '@/ui'
import { Section } from './section'

const PasswordDialog = lazy(() =>
  import('./password-dialog').then((file) => ({ default: file.PasswordDialog })),
)

export function SignInSection({ me, onSignOut }: { me: UserRead; onSignOut: () => void }) {
  const { t } = useLingui()
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Section id={`sign-in-${id}`} title={t`Signing in`}>
      <p className="flex flex-wrap items-center gap-3">
        <span>
          <Trans>
            You sign in as <strong className="font-semibold wrap-anywhere">{me.email}</strong>
          </Trans>
        </span>
        {me.is_superuser && <Pill>{t`Administrator`}</Pill>}
      </p>
      <div className="flex flex-wrap gap-2.5">
        <Button onClick={() => setIsOpen(true)}>
          <Trans>Change the password</Trans>
        </Button>
        <Button icon="signOut" onClick={onSignOut}>
          <Trans>Sign out</Trans>
        </Button>
      </div>
      {isOpen && (
        <Suspense fallback={null}>
          <PasswordDialog email={me.email} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </Section>
  )
}
