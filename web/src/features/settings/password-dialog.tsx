/** A new password; loaded lazily. Every other device is signed out by it. */
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useId, useRef } from 'react'
import { changePassword, type PasswordChange } from '@/api'
import { listLoginSessionsQueryKey, listOwnEventsQueryKey } from '@/api/@tanstack/react-query.gen'
import { fieldErrors, nameProblems, problemMessage } from '@/lib/problem'
import { Button, Dialog, Field, Input, Notice, showToast } from '@/ui'

nameProblems({
  wrong_password: msg`This is not your present password.`,
  password_too_short: msg`Use at least 8 characters.`,
  password_too_long: msg`Use at most 128 characters.`,
  password_personal: msg`Leave your name and address out of the password.`,
  password_common: msg`This is one of the most common passwords. Choose another.`,
  password_weak: msg`This is too easy to guess. A few unrelated words make a good one.`,
})

export function PasswordDialog({ email, onClose }: { email: string; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const formId = useId()
  const form = useRef<HTMLFormElement>(null)
  const change = useMutation({
    mutationFn: (body: PasswordChange) => changePassword({ body, throwOnError: true }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: listLoginSessionsQueryKey() })
      void client.invalidateQueries({ queryKey: listOwnEventsQueryKey() })
      void showToast(t`The password is changed. Other devices are signed out.`)
      onClose()
    },
  })
  const errors = fieldErrors(change.error)
  useEffect(() => {
    if (change.error) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [change.error])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = new FormData(event.currentTarget)
    const [current_password, new_password] = [values.get('current_password'), values.get('new_password')]
    change.mutate({ current_password: String(current_password), new_password: String(new_password) })
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t`Change the password`}
      description={t`Every other device is signed out by it.`}
      footer={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={change.isPending}>
            <Trans>Change it</Trans>
          </Button>
        </>
      }
    >
      <form ref={form} id={formId} noValidate onSubmit={submit} className="grid gap-5">
        {change.error && Object.keys(errors).length === 0 && (
          <Notice tone="bad" role="alert" title={problemMessage(change.error)} />
        )}
        {/* For password managers: whose password this is. */}
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <Field label={t`Present password`} error={errors.current_password}>
          {(control) => (
            <Input {...control} name="current_password" type="password" autoComplete="current-password" />
          )}
        </Field>
        <Field
          label={t`New password`}
          hint={t`At least 8 characters. A few unrelated words make a good one.`}
          error={errors.new_password}
        >
          {(control) => (
            <Input {...control} name="new_password" type="password" autoComplete="new-password" />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
