/** A link under which anybody may read a timetable, and nothing else; taken back for good. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type RoutineRead, shareRoutine, unshareRoutine } from '@/api'
import { readRoutineQueryKey } from '@/api/@tanstack/react-query.gen'
import { useOnline } from '@/lib/online'
import { problemMessage } from '@/lib/problem'
import { refreshTimetable } from '@/lib/timetable-ops'
import { Button, buttonLook, Dialog, Icon, Notice } from '@/ui'
import { CopyField } from '@/ui/forms/copy-field'
import { MakeLink } from './make-link'
import { NeedsServer } from './needs-server'

interface ShareProps {
  routine: RoutineRead
  onClose: () => void
}

function useShare({ id }: RoutineRead) {
  const client = useQueryClient()
  const path = { routine_id: id }
  const show = (share: RoutineRead['share']) => {
    client.setQueryData<RoutineRead>(
      readRoutineQueryKey({ path }),
      (routine) => routine && { ...routine, share },
    )
    void refreshTimetable(client)
  }
  const make = useMutation({
    mutationFn: async () => (await shareRoutine({ path, throwOnError: true })).data,
    onSuccess: show,
  })
  const revoke = useMutation({
    mutationFn: () => unshareRoutine({ path, throwOnError: true }),
    onSuccess: () => {
      make.reset()
      show(null)
    },
  })
  return { make, revoke }
}

export function ShareDialog({ routine, onClose }: ShareProps) {
  const { t } = useLingui()
  const isOnline = useOnline()
  const { make, revoke } = useShare(routine)
  const error = make.error ?? revoke.error
  const wasRevoked = revoke.isSuccess && !routine.share
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t`Share ${routine.name}`}
      description={t`Whoever has the link sees this timetable, in their own language, and can print it. Nobody can change anything, and nothing about you is shown.`}
      footer={
        <Button variant="quiet" onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      }
    >
      <div className="grid gap-5">
        {error && <Notice tone="bad" role="alert" title={problemMessage(error)} />}
        {!isOnline && <NeedsServer />}
        {wasRevoked && (
          <Notice role="status" title={t`The link works no longer`}>
            <Trans>It stays so. A new link is another one, to be given out anew.</Trans>
          </Notice>
        )}
        {routine.share ? (
          <Shared url={routine.share.url} isNew={make.isSuccess}>
            <Button
              variant="danger"
              busy={revoke.isPending}
              disabled={!isOnline}
              onClick={() => revoke.mutate()}
            >
              <Trans>Take the link back</Trans>
            </Button>
          </Shared>
        ) : (
          <MakeLink
            wasRevoked={wasRevoked}
            isBusy={make.isPending}
            isDisabled={!isOnline}
            onMake={() => make.mutate(undefined, { onSuccess: revoke.reset })}
          />
        )}
      </div>
    </Dialog>
  )
}

function Shared({ url, isNew, children }: { url: string; isNew: boolean; children: ReactNode }) {
  const { t } = useLingui()
  return (
    <>
      <CopyField label={t`The link`} value={url} isNew={isNew} />
      <a
        href={url}
        target="_blank"
        rel="noreferrer"
        className={buttonLook('secondary', 'justify-self-start')}
      >
        <Icon name="rise" />
        <Trans>See what others see</Trans>
      </a>
      <div className="grid justify-items-start gap-2 border-t border-rule pt-4">
        {children}
        <p className="text-small text-ink-2">
          <Trans>
            Taken back, it works for nobody any more, at once and for good. That cannot be undone.
          </Trans>
        </p>
      </div>
    </>
  )
}
