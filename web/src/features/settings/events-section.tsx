/** What happened to the account, the latest first. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { AuditEventRead, UserRead } from '@/api'
import { listOwnEventsOptions } from '@/api/@tanstack/react-query.gen'
import { dateAndTime } from '@/lib/dates'
import { regional } from '@/lib/i18n'
import { problemMessage } from '@/lib/problem'
import { Button, Icon, LedgerList, LedgerRow, LedgerSkeleton, Notice, Pill } from '@/ui'
import { useDeviceName } from './device-words'
import { eventIcon, useEventWords } from './event-words'
import { Section } from './section'

const FEW = 5
const MANY = 50

export function EventsSection({ me }: { me: UserRead }) {
  const { t } = useLingui()
  const id = useId()
  const [limit, setLimit] = useState(FEW)
  const events = useQuery({
    ...listOwnEventsOptions({ query: { limit } }),
    placeholderData: (earlier) => earlier,
  })
  return (
    <Section
      id={`events-${id}`}
      title={t`What happened lately`}
      intro={t`Signing in and out, and changes of the way in.`}
    >
      {events.isPending && <LedgerSkeleton label={t`One moment`} rows={FEW} />}
      {events.isError && !events.data && <Notice tone="bad" title={problemMessage(events.error)} />}
      {events.data && (
        <LedgerList timeless label={t`What happened lately`} className="mt-0!">
          {events.data.data.map((event) => (
            <EventRow key={event.id} event={event} zone={me.timezone} />
          ))}
        </LedgerList>
      )}
      {events.data && limit < MANY && events.data.count > limit && (
        <Button variant="quiet" onClick={() => setLimit(MANY)} className="-ml-4 justify-self-start">
          <Trans>Show more</Trans>
        </Button>
      )}
    </Section>
  )
}

function EventRow({ event, zone }: { event: AuditEventRead; zone: string }) {
  const { t, i18n } = useLingui()
  const nameOf = useDeviceName()
  const wordsOf = useEventWords()
  const at = dateAndTime(event.at, regional(i18n.locale), zone)
  const where =
    event.actor === 'operator' ? t`by the administrator` : [nameOf(event.user_agent), event.ip].join(' · ')
  return (
    <LedgerRow
      mark={
        <span className="grid size-11 place-items-center text-ink-2">
          <Icon name={eventIcon(event.kind)} />
        </span>
      }
      title={wordsOf(event.kind)}
      note={`${at} · ${where}`}
      status={!event.succeeded && <Pill tone="bad" icon="alert">{t`refused`}</Pill>}
    />
  )
}
