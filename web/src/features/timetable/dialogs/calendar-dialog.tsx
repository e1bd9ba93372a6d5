/** A timetable, or the person's whole almanac, in the calendar of a phone or of another program. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FeedRead, RoutineRead } from '@/api'
import { listFeedsOptions } from '@/api/@tanstack/react-query.gen'
import { useOnline } from '@/lib/online'
import { problemMessage } from '@/lib/problem'
import { Button, buttonLook, Dialog, Icon, Notice, SegmentedControl, Skeleton } from '@/ui'
import { CopyField } from '@/ui/forms/copy-field'
import { Areas } from './feed-areas'
import { HowTo } from './how-to'
import { MakeLink } from './make-link'
import { NeedsServer } from './needs-server'
import { useFeeds } from './use-feeds'

interface CalendarProps {
  routine: RoutineRead
  onClose: () => void
}

type Of = 'routine' | 'person'

export function CalendarDialog({ routine, onClose }: CalendarProps) {
  const { t } = useLingui()
  const isOnline = useOnline()
  const [of, setOf] = useState<Of>('routine')
  const query = useQuery(listFeedsOptions())
  const routineId = of === 'routine' ? routine.id : null
  const feed = query.data?.data.find((each) => each.routine_id === routineId)
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t`Calendar`}
      description={t`A calendar program that subscribes to the link shows what takes place, and hears of changes by itself.`}
      footer={
        <>
          <a
            href={`/api/v1/routines/${routine.id}/export.ics`}
            download
            className={buttonLook('quiet', 'mr-auto')}
          >
            <Icon name="download" />
            <Trans>Once, as a file</Trans>
          </a>
          <Button variant="quiet" onClick={onClose}>
            <Trans>Close</Trans>
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <SegmentedControl<Of>
          label={t`What the calendar shows`}
          value={of}
          onChange={setOf}
          choices={[
            { value: 'routine', label: t`This timetable` },
            { value: 'person', label: t`My almanac` },
          ]}
        />
        {!isOnline && <NeedsServer />}
        {query.data ? (
          <Feed key={of} feed={feed} routineId={routineId} isOnline={isOnline} />
        ) : query.isError ? (
          <Notice tone="bad" role="alert" title={problemMessage(query.error)} />
        ) : (
          <Skeleton className="h-20 w-full" />
        )}
      </div>
    </Dialog>
  )
}

interface FeedProps {
  feed: FeedRead | undefined
  /** Null for the person's own. */
  routineId: string | null
  isOnline: boolean
}

function Feed({ feed, routineId, isOnline }: FeedProps) {
  const { t } = useLingui()
  const { make, change, revoke, areas, setAreas } = useFeeds(feed, routineId)
  const error = make.error ?? change.error ?? revoke.error
  const isPersonal = routineId === null
  return (
    <>
      {error && <Notice tone="bad" role="alert" title={problemMessage(error)} />}
      {revoke.isSuccess && !feed && (
        <Notice role="status" title={t`The link works no longer`}>
          <Trans>
            Calendars that had it show nothing new. A new link is another one, to be subscribed to anew.
          </Trans>
        </Notice>
      )}
      {isPersonal && <Areas value={areas} onChange={setAreas} isBusy={change.isPending} />}
      {feed ? (
        <>
          <CopyField label={t`The link`} value={feed.url} isNew={make.isSuccess} />
          <a href={feed.webcal_url} className={buttonLook('primary', 'justify-self-start')}>
            <Icon name="calendar" />
            <Trans>Subscribe on this device</Trans>
          </a>
          <HowTo url={feed.url} />
          <div className="grid justify-items-start gap-2 border-t border-rule pt-4">
            <Button
              variant="danger"
              busy={revoke.isPending}
              disabled={!isOnline}
              onClick={() => revoke.mutate()}
            >
              <Trans>Take the link back</Trans>
            </Button>
            <p className="text-small text-ink-2">
              <Trans>
                Who has the link can read what is behind it. Taken back, it works no more; that cannot be
                undone.
              </Trans>
            </p>
          </div>
        </>
      ) : (
        <MakeLink
          wasRevoked={revoke.isSuccess}
          isBusy={make.isPending}
          isDisabled={!isOnline || (isPersonal && areas.length === 0)}
          onMake={() => make.mutate(undefined, { onSuccess: revoke.reset })}
        />
      )}
    </>
  )
}
