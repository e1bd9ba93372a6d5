/** Signing out, at once when everything has been sent; else it tells first what would be lost. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { problemMessage } from '@/lib/problem'
import { countUnsent, leave } from '@/lib/session'
import { Button, Dialog, Notice } from '@/ui'

export function SignOutDialog({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const { t } = useLingui()
  const unsent = useQuery({ queryKey: ['unsent'], queryFn: countUnsent, staleTime: 0, gcTime: 0 })
  const { mutate, isPending, error } = useMutation({ mutationFn: leave })
  const count = unsent.data && unsent.data.own + unsent.data.others
  useEffect(() => {
    if (count === 0) mutate()
  }, [count, mutate])
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={t`Sign out`}
      footer={
        <>
          {count !== 0 && (
            <Button
              variant="danger"
              icon="signOut"
              busy={isPending || unsent.isPending}
              onClick={() => mutate()}
            >
              <Trans>Sign out anyway</Trans>
            </Button>
          )}
          <Button variant={count === 0 ? 'secondary' : 'primary'} onClick={() => onOpenChange(false)}>
            <Trans>Stay signed in</Trans>
          </Button>
        </>
      }
    >
      {error ? (
        <Notice tone="bad" role="alert" title={problemMessage(error)} />
      ) : (
        <div role="status">
          {count ? (
            <WhatWouldBeLost {...unsent.data} />
          ) : (
            <Trans>One moment. The last changes are sent.</Trans>
          )}
        </div>
      )}
    </Dialog>
  )
}

function WhatWouldBeLost({ own = 0, others = 0 }: { own?: number; others?: number }) {
  return (
    <div className="grid gap-3">
      {own > 0 && (
        <p className="font-semibold">
          <Plural
            value={own}
            one="# change on this device has not reached the server."
            other="# changes on this device have not reached the server."
          />
        </p>
      )}
      {others > 0 && (
        <p className="font-semibold">
          <Plural
            value={others}
            one="# change of somebody else on this device has not reached the server."
            other="# changes of somebody else on this device have not reached the server."
          />
        </p>
      )}
      <p>
        <Trans>Signing out removes everything of Almanac from this browser, and these with it.</Trans>
      </p>
    </div>
  )
}
