/** A labelled control: label above, hint below it, the error in words beside an icon, all wired for assistive technology. */
import clsx from 'clsx'
import { type ReactNode, useId } from 'react'
import { Icon } from './icon'

export interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

interface FieldProps {
  label: string
  hint?: ReactNode
  error?: string | undefined
  optional?: string
  className?: string
  children: (control: ControlProps) => ReactNode
}

export function Field({ label, hint, error, optional, className, children }: FieldProps) {
  const id = useId()
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = error ? `${id}-error` : undefined
  const described = [errorId, hintId].filter(Boolean).join(' ') || undefined
  return (
    <div className={clsx('grid gap-1.5', className)}>
      <label htmlFor={id} className="w-fit text-note font-medium">
        {label}
        {optional && <span className="ml-1.5 font-normal text-ink-3">{optional}</span>}
      </label>
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={hintId} className="text-small text-ink-2">
          {hint}
        </p>
      )}
      <FieldError id={errorId} message={error} />
    </div>
  )
}

function FieldError({ id, message }: { id: string | undefined; message: string | undefined }) {
  return (
    <div aria-live="polite">
      {message && (
        <p id={id} className="flex items-start gap-1.5 text-small font-medium text-bad">
          <Icon name="alert" size={16} className="mt-px flex-none" />
          {message}
        </p>
      )}
    </div>
  )
}

interface FieldGroupProps {
  legend: string
  hint?: ReactNode
  error?: string | undefined
  children: ReactNode
  className?: string
}

/** Several controls that answer one question. */
export function FieldGroup({ legend, hint, error, children, className }: FieldGroupProps) {
  const id = useId()
  return (
    <fieldset
      className={clsx('grid min-w-0 gap-1.5', className)}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className="mb-1.5 text-note font-medium">{legend}</legend>
      {children}
      {hint && <p className="text-small text-ink-2">{hint}</p>}
      <FieldError id={`${id}-error`} message={error} />
    </fieldset>
  )
}
