/** A link to be given away: shown whole, selected by one press, copied by another. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useRef } from 'react'
import { Button } from '../button'
import { Field } from '../field'
import { Input } from '../inputs'
import { showToast } from '../toast'

interface CopyFieldProps {
  label: string
  hint?: string
  value: string
}

export function CopyField({ label, hint, value }: CopyFieldProps) {
  const { t } = useLingui()
  const input = useRef<HTMLInputElement>(null)
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
