/** What the forms of this feature share: the frame, the refusal above it, the password with its eye. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type ComponentProps, type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { type ControlProps, Field, Input, Notice } from '@/ui'
import type { Refusal } from './problems'

interface FormProps {
  refusal: Refusal | null
  onSubmit: (values: Record<string, string>) => void
  children: ReactNode
}

/** A form that hands over its named fields as text. After a refusal the first field that it names has the focus. */
export function AccountForm({ refusal, onSubmit, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (refusal) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [refusal])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)])
    onSubmit(Object.fromEntries(values))
  }
  return (
    <form ref={form} noValidate onSubmit={submit} className="grid max-w-[25rem] gap-5">
      {refusal?.message && (
        <Notice tone="bad" role="alert" title={refusal.message}>
          {refusal.requestId && (
            <Trans>
              If you ask for help, give this number: <code className="select-all">{refusal.requestId}</code>
            </Trans>
          )}
        </Notice>
      )}
      {children}
    </form>
  )
}

export function EmailField({ error, ...rest }: { error: string | undefined } & ComponentProps<'input'>) {
  const { t } = useLingui()
  return (
    <Field label={t`E-mail address`} error={error}>
      {(control) => (
        <Input
          {...control}
          {...rest}
          name="email"
          type="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
        />
      )}
    </Field>
  )
}

interface PasswordProps {
  name: string
  label: string
  error: string | undefined
  hint?: ReactNode
  autoComplete: 'current-password' | 'new-password'
  onInput?: ComponentProps<'input'>['onInput']
}

export function PasswordField({ label, error, hint, ...rest }: PasswordProps) {
  return (
    <Field label={label} error={error} hint={hint}>
      {(control) => <Password {...control} {...rest} />}
    </Field>
  )
}

function Password(props: ControlProps & Omit<PasswordProps, 'label' | 'error' | 'hint'>) {
  const { t } = useLingui()
  const [shown, setShown] = useState(false)
  return (
    <span className="relative grid">
      <Input
        {...props}
        type={shown ? 'text' : 'password'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        className="pr-22"
      />
      <button
        type="button"
        aria-pressed={shown}
        aria-label={t`Show the password`}
        aria-controls={props.id}
        onClick={() => setShown(!shown)}
        className="absolute inset-y-0 right-0 min-w-16 rounded-control px-3 text-note font-medium text-ink-2 hover:text-ink"
      >
        <span aria-hidden="true">{shown ? t`Hide` : t`Show`}</span>
      </button>
    </span>
  )
}
