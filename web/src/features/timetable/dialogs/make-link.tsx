/** Makes a link; after one was taken back it has the focus, as what had it is gone. */
import { Trans } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { Button } from '@/ui'

interface MakeLinkProps {
  wasRevoked: boolean
  isBusy: boolean
  isDisabled: boolean
  onMake: () => void
}

export function MakeLink({ wasRevoked, isBusy, isDisabled, onMake }: MakeLinkProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (wasRevoked) button.current?.focus()
  }, [wasRevoked])
  return (
    <Button
      ref={button}
      variant="primary"
      icon="link"
      className="justify-self-start"
      busy={isBusy}
      disabled={isDisabled}
      onClick={onMake}
    >
      {wasRevoked ? <Trans>Make a new link</Trans> : <Trans>Make a link</Trans>}
    </Button>
  )
}
