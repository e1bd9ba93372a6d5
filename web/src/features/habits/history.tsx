/** What was recorded in a year, newest first; every entry can be changed, and a day that is missing added. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CheckInRead, HabitRead } from '@/api'
import { listCheckInsOptions } from '@/api/@tanstack/react-query.gen'
import { shortDate, weekday } from '@/lib/dates'
import { useMarkColor } from '@/lib/themes'
import { Button, LedgerList, LedgerRow, Mark, RowAction } from '@/ui'
import { DayPopover } from './day-popover'
import { asWrite } from './record'
import { amountWords, stateWords } from './words'

const AT_FIRST = 10

export const useCheckIns = (habitId: string, year: number) =>
  useQuery({
    ...listCheckInsOptions({
      path: { habit_id: habitId },
      query: { from: `${year}-01-01`, to: `${year}-12-31` },
    }),
    placeholderData: keepPreviousData,
  })

export function History({ habit, year }: { habit: HabitRead; year: number }) {
  const { t } = useLingui()
  const rows = useCheckIns(habit.id, year).data?.data ?? []
  const [all, setAll] = useState(false)
  const [editing, setEditing] = useState<{ row: CheckInRead; anchor: DOMRect }>()
  const shown = all ? rows : rows.slice(0, AT_FIRST)
  return (
    <>
      <LedgerList
        timeless
        title={t`History`}
        aside={<Plural value={rows.length} one="# entry in this year" other="# entries in this year" />}
      >
        {shown.map((row) => (
          <Entry
            key={row.date}
            habit={habit}
            row={row}
            onEdit={(button) => setEditing({ row, anchor: button.getBoundingClientRect() })}
          />
        ))}
      </LedgerList>
      {rows.length === 0 && (
        <p className="border-t border-rule py-3 text-ink-2">
          <Trans>Nothing was recorded in this year. Choose a day above to record it.</Trans>
        </p>
      )}
      {rows.length > shown.length && (
        <Button variant="quiet" className="mt-1 -ml-4" onClick={() => setAll(true)}>
          <Trans>Show all {rows.length}</Trans>
        </Button>
      )}
      {editing && (
        <DayPopover
          habit={habit}
          date={editing.row.date}
          state={editing.row.status}
          anchor={editing.anchor}
          before={asWrite(editing.row)}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  )
}

interface EntryProps {
  habit: HabitRead
  row: CheckInRead
  onEdit: (button: HTMLElement) => void
}

function Entry({ habit, row, onEdit }: EntryProps) {
  const { t, i18n } = useLingui()
  const day = `${weekday(row.date, i18n.locale)}, ${shortDate(row.date, i18n.locale)}`
  const amount = row.amount === null ? '' : amountWords(row.amount, habit.unit)
  const said =
    row.status === 'done' ? <span className="sr-only">{t`done`}</span> : i18n._(stateWords[row.status])
  return (
    <LedgerRow
      mark={<Mark shape="round" state={row.status} color={useMarkColor(habit)} />}
      title={
        <span className="font-medium">
          {day} <span className="font-normal text-ink-2">{said}</span>
        </span>
      }
      note={[amount, row.note].filter(Boolean).join(' · ')}
      action={
        <RowAction aria-label={t`Edit ${day}`} onClick={(event) => onEdit(event.currentTarget)}>
          <Trans>Edit</Trans>
        </RowAction>
      }
    />
  )
}
