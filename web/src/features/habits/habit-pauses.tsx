/** The pauses of a habit, its own and those of everything: add one, also for past days, end it, delete it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { HabitRead, PauseRead } from '@/api'
import { listPausesOptions } from '@/api/@tanstack/react-query.gen'
import { mediumDate } from '@/lib/dates'
import { useThemeOf } from '@/lib/themes'
import { Button, LedgerList, LedgerRow, type MenuItem } from '@/ui'
import { usePauseActions } from './pause-actions'
import { PauseSheet } from './pause-sheet'
import { covers } from './queries'

export function HabitPauses({ habit, today }: { habit: HabitRead; today: string }) {
  const { t } = useLingui()
  const [adding, setAdding] = useState(false)
  const pauses = useQuery(listPausesOptions()).data?.data ?? []
  const own = pauses.filter((pause) => covers(pause, habit.id))
  return (
    <>
      <LedgerList timeless title={t`Pauses`}>
        {own.map((pause) => (
          <PauseRow key={pause.id} pause={pause} today={today} />
        ))}
      </LedgerList>
      {own.length === 0 && (
        <p className="border-t border-rule py-3 text-ink-2">
          <Trans>Days off for a holiday or an illness neither count nor break the streak.</Trans>
        </p>
      )}
      <Button variant="quiet" icon="pause" className="mt-1 -ml-4" onClick={() => setAdding(true)}>
        <Trans>Add a pause</Trans>
      </Button>
      <PauseSheet habit={habit} open={adding} onOpenChange={setAdding} />
    </>
  )
}

function PauseRow({ pause, today }: { pause: PauseRead; today: string }) {
  const { t, i18n } = useLingui()
  const { end, remove } = usePauseActions()
  const theme = useThemeOf(pause)
  const scope = pause.theme_id ? (theme?.name ?? t`a theme`) : t`everything`
  const from = mediumDate(pause.starts_on, i18n.locale)
  const to = pause.ends_on && mediumDate(pause.ends_on, i18n.locale)
  const title = to ? t`${from} to ${to}` : t`since ${from}`
  const runs = pause.starts_on <= today && (!pause.ends_on || pause.ends_on >= today)
  const items: MenuItem[] = [
    ...(runs ? [{ label: t`End pause`, icon: 'play' as const, onSelect: () => end(pause, today) }] : []),
    { label: t`Delete`, icon: 'trash', danger: true, onSelect: () => remove(pause) },
  ]
  return (
    <LedgerRow
      title={<span className="font-medium">{title}</span>}
      note={[pause.habit_id ? '' : scope, pause.reason].filter(Boolean).join(' · ')}
      menu={{ label: t`More about the pause ${title}`, items }}
    />
  )
}
