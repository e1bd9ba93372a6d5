/** Address and password. The same form on its page and over a page whose session has ended. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type LoginBody, signInWithPassword, type UserRead } from '@/api'
import { Button } from '@/ui'
import { AccountForm, EmailField, PasswordField } from './form'
import { refusalOf } from './problems'

interface SignInFormProps {
  /** Filled in where the person is known. */
  email?: string
  onDone: (user: UserRead) => Promise<void>
}

export function SignInForm({ email, onDone }: SignInFormProps) {
  const { t } = useLingui()
  const signIn = useMutation({
    mutationFn: async (body: LoginBody) =>
      onDone((await signInWithPassword({ body, throwOnError: true })).data),
  })
  const refusal = useMemo(() => refusalOf(signIn.error), [signIn.error])
  return (
    <AccountForm
      refusal={refusal}
      onSubmit={({ email = '', password = '' }) => signIn.mutate({ email: email.trim(), password })}
    >
      <EmailField
        error={refusal?.fields.email}
        autoComplete="username"
        defaultValue={email}
        required
        autoFocus={!email}
      />
      <PasswordField
        name="password"
        label={t`Password`}
        error={refusal?.fields.password}
        autoComplete="current-password"
      />
      <Button type="submit" variant="primary" busy={signIn.isPending} className="justify-self-start">
        <Trans>Sign in</Trans>
      </Button>
    </AccountForm>
  )
}
