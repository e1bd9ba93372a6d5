/** A link to be given away: shown whole, selected by one press, copied by another. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { Button } from '../button'
import { Field } from '../field'
import { Input } from '../inputs'
import { showToast } from '../toast'

interface CopyFieldProps {
  label: string
  hint?: string
  value: string
  /** It has just come about: what comes next is done here. */
  isNew?: boolean
}

export function CopyField({ label, hint, value, isNew = false }: CopyFieldProps) {
  const { t } = useLingui()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isNew) input.current?.focus()
  }, [isNew])
  const copy = async () => {
    input.current?.select()
    const done = await copied(value)
    void showToast(done ? t`Copied` : t`Press Ctrl+C to copy what is selected`)
  }
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <span className="flex gap-2">
          <Input
            {...control}
            ref={input}
            readOnly
            value={value}
            onFocus={(event) => event.currentTarget.select()}
            className="min-w-0 flex-1 text-note"
          />
          <Button icon="copy" onClick={() => void copy()}>
            <Trans>Copy</Trans>
          </Button>
        </span>
      )}
    </Field>
  )
}

/** The clipboard needs a secure page; elsewhere what is selected is copied the old way, if the browser still does. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return document.execCommand('copy')
  }
}
