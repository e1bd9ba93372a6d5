/** The devices on which one is signed in, each of which can be signed out at once. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import {
  endLoginSession,
  endOtherLoginSessions,
  type LoginSessionPage,
  type LoginSessionRead,
  type UserRead,
} from '@/api'
import { listLoginSessionsOptions, listOwnEventsQueryKey } from '@/api/@tanstack/react-query.gen'
import { dateAndTime } from '@/lib/dates'
import { regional } from '@/lib/i18n'
import { problemMessage } from '@/lib/problem'
import { Button, Icon, LedgerList, LedgerRow, LedgerSkeleton, Notice, Pill, RowAction, showToast } from '@/ui'
import { deviceOf } from './device-name'
import { useDeviceName } from './device-words'
import { Section } from './section'

const list = listLoginSessionsOptions()

/** Ends sessions that `ends` names: gone from the list at once, back when the server refused. */
function useEnding<V>(
  send: (value: V) => Promise<unknown>,
  ends: (row: LoginSessionRead, value: V) => boolean,
) {
  const { t } = useLingui()
  const client = useQueryClient()
  return useMutation({
    mutationFn: send,
    onMutate: async (value: V) => {
      await client.cancelQueries({ queryKey: list.queryKey })
      const before = client.getQueryData<LoginSessionPage>(list.queryKey)
      client.setQueryData<LoginSessionPage>(
        list.queryKey,
        (page) => page && { ...page, data: page.data.filter((row) => !ends(row, value)) },
      )
      return before
    },
    onSuccess: () => void showToast(t`Signed out there`),
    onError: (error, _value, before) => {
      client.setQueryData(list.queryKey, before)
      void showToast(problemMessage(error), { tone: 'bad', stays: true })
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: list.queryKey })
      void client.invalidateQueries({ queryKey: listOwnEventsQueryKey() })
    },
  })
}

export function DevicesSection({ me }: { me: UserRead }) {
  const { t } = useLingui()
  const id = useId()
  const devices = useQuery(list)
  const rows = devices.data?.data ?? []
  const others = useEnding(
    () => endOtherLoginSessions({ throwOnError: true }),
    (row) => !row.is_current,
  )
  const one = useEnding(
    (row: LoginSessionRead) => endLoginSession({ path: { session_id: row.id }, throwOnError: true }),
    (row, gone) => row.id === gone.id,
  )
  return (
    <Section
      id={`devices-${id}`}
      title={t`Devices`}
      intro={t`Where you are signed in. A device that you do not know should not be here.`}
    >
      {devices.isPending && <LedgerSkeleton label={t`One moment`} rows={2} />}
      {devices.isError && !devices.data && <Notice tone="bad" title={problemMessage(devices.error)} />}
      {devices.data && (
        <LedgerList timeless label={t`Devices`} className="mt-0!">
          {rows.map((row) => (
            <DeviceRow key={row.id} row={row} zone={me.timezone} onEnd={() => one.mutate(row)} />
          ))}
        </LedgerList>
      )}
      {rows.length > 1 && (
        <Button
          busy={others.isPending}
          onClick={() => others.mutate(undefined)}
          className="justify-self-start"
        >
          <Trans>Sign out everywhere else</Trans>
        </Button>
      )}
    </Section>
  )
}

function DeviceRow({ row, zone, onEnd }: { row: LoginSessionRead; zone: string; onEnd: () => void }) {
  const { t, i18n } = useLingui()
  const name = useDeviceName()(row.user_agent)
  const seen = dateAndTime(row.last_seen_at, regional(i18n.locale), zone)
  return (
    <LedgerRow
      mark={
        <span className="grid size-11 place-items-center text-ink-2">
          <Icon name={deviceOf(row.user_agent).isPhone ? 'phone' : 'device'} size={20} />
        </span>
      }
      title={name}
      note={t`Last used ${seen} · ${row.ip}`}
      status={row.is_current && <Pill>{t`this device`}</Pill>}
      action={
        !row.is_current && (
          <RowAction aria-label={t`Sign out ${name}`} onClick={onEnd}>
            <Trans>Sign out</Trans>
          </RowAction>
        )
      }
    />
  )
}
