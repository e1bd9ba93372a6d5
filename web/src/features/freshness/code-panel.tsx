/** The code of a batch, large enough for a phone to read it from the screen. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import clsx from 'clsx'
import { useState } from 'react'
import { replaceCode } from '@/api'
import type { Batch } from '@/lib/freshness'
import { refreshBatches } from '@/lib/freshness-ops'
import { useOnline } from '@/lib/online'
import { showProblem } from '@/lib/show-problem'
import { Button, buttonLook, Dialog, Icon, showToast } from '@/ui'
import { StatusPill } from './status-pill'
import { showBatches } from './sync'
import { nameOf } from './words'

export function CodePanel({ batch }: { batch: Batch }) {
  const { t } = useLingui()
  const [opened, setOpened] = useState<'large' | 'new'>()
  const isOnline = useOnline()
  const close = () => setOpened(undefined)
  if (!batch.code)
    return (
      <p className="max-w-60 text-note text-ink-2">
        <Trans>It gets its code as soon as the server has it.</Trans>
      </p>
    )
  return (
    <section aria-label={t`Code`} className="grid justify-items-center gap-2">
      <button
        type="button"
        aria-label={t`Show the code large`}
        onClick={() => setOpened('large')}
        className="rounded-panel"
      >
        <CodeImage batch={batch} className="size-60 rounded-panel" />
      </button>
      <p className="text-note tracking-wider tabular-nums select-all">{batch.code_grouped}</p>
      <div className="no-print flex flex-wrap justify-center gap-1">
        <a
          href={batch.public_url}
          target="_blank"
          rel="noreferrer"
          className={buttonLook('quiet', 'px-3! text-note!')}
        >
          <Icon name="link" size={17} />
          <Trans>Open its page</Trans>
        </a>
        <Button
          variant="quiet"
          className="px-3! text-note!"
          icon="retry"
          disabled={!isOnline}
          onClick={() => setOpened('new')}
        >
          <Trans>New code</Trans>
        </Button>
      </div>
      {opened === 'large' && <LargeCode batch={batch} onClose={close} />}
      {opened === 'new' && <NewCode batch={batch} onClose={close} />}
    </section>
  )
}

function CodeImage({ batch, className }: { batch: Batch; className: string }) {
  const { t } = useLingui()
  return (
    <img
      // Another code is another picture.
      key={batch.code}
      src={`/api/v1/batches/${batch.id}/qr.svg?code=${batch.code}`}
      alt={t`QR code of ${nameOf(batch)}`}
      width={240}
      height={240}
      className={clsx('bg-white p-1', className)}
    />
  )
}

/** As large as the screen has room, to be held out over the counter. */
function LargeCode({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  return (
    <Dialog open onOpenChange={onClose} title={nameOf(batch)}>
      <div className="grid justify-items-center gap-3">
        <CodeImage
          batch={batch}
          className="aspect-square h-auto max-h-[min(26rem,60vh)] w-full object-contain"
        />
        <p className="text-title tracking-wider tabular-nums">{batch.code_grouped}</p>
        <StatusPill status={batch.status} />
      </div>
    </Dialog>
  )
}

/** Labels cannot be taken back, so this is asked. */
function NewCode({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const replace = useMutation({
    mutationFn: () => replaceCode({ path: { batch_id: batch.id }, throwOnError: true }),
    onSuccess: ({ data }) => {
      showBatches(client, [data])
      void refreshBatches(client)
      void showToast(t`${nameOf(batch)} has a new code`)
    },
    onError: showProblem,
    onSettled: onClose,
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t`Give it a new code?`}
      description={t`Labels with the code it has now lead nowhere from then on. Print new ones.`}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            <Trans>Not now</Trans>
          </Button>
          <Button variant="primary" busy={replace.isPending} onClick={() => replace.mutate()}>
            <Trans>New code</Trans>
          </Button>
        </>
      }
    />
  )
}
