/** What is read: ledgers, marks, pills, notices, progress, waiting, empty. */
import { useState } from 'react'
import {
  Button,
  EmptyState,
  Kbd,
  LedgerList,
  LedgerRow,
  LedgerSkeleton,
  Mark,
  type MarkState,
  Notice,
  Pill,
  ProgressBar,
  RowAction,
  Skeleton,
} from '@/ui'
import { Line, Section } from './section'

const rowMenu = [
  { label: 'Skip today', icon: 'skip', keys: 'S', onSelect: () => undefined },
  { label: 'Add a note', icon: 'note', onSelect: () => undefined },
  null,
  { label: 'Archive', icon: 'archive', disabled: true, onSelect: () => undefined },
  { label: 'Delete', icon: 'trash', danger: true, onSelect: () => undefined },
] as const

export function LedgerSection() {
  const [done, setDone] = useState(true)
  const [cello, setCello] = useState(false)
  const flip = (value: boolean): MarkState => (value ? 'done' : 'open')
  return (
    <>
      <ProgressBar
        className="mt-3.5"
        label="Done today"
        value={7}
        max={12}
        before="7 of 12 done"
        after="5 left"
      />
      <LedgerList title="Overdue" aside="1">
        <LedgerRow
          mark={<Mark shape="square" label="Renew the parking permit" onToggle={() => undefined} />}
          title="Renew the parking permit"
          note="Due Wednesday · Home"
          status={
            <Pill tone="bad" icon="alert">
              2 days late
            </Pill>
          }
        />
      </LedgerList>
      <LedgerList title="Morning">
        <LedgerRow
          mark={
            <Mark
              shape="round"
              state={flip(done)}
              color="var(--moss)"
              label="Stretch ten minutes"
              onToggle={() => setDone(!done)}
            />
          }
          title="Stretch ten minutes"
          note="Every day · 41 in a row"
          state={done ? 'done' : 'open'}
        />
        <LedgerRow
          time="9:00"
          mark={<Mark shape="bar" color="var(--blue)" />}
          title="Linear algebra"
          note="Room 204 · until 10:15"
        />
        <LedgerRow
          time="11:00"
          mark={<Mark shape="bar" color="var(--plum)" state="cancelled" />}
          title="Seminar"
          note="Room 12 · until 12:30"
          state="cancelled"
          status={<Pill>Cancelled today</Pill>}
        />
      </LedgerList>
      <LedgerList title="Afternoon and evening">
        <LedgerRow
          time="17:30"
          mark={<Mark shape="bar" color="var(--accent)" />}
          title="Upper A"
          note="6 exercises, about 55 min · last time Tuesday"
          action={<RowAction primary>Start</RowAction>}
        />
        <LedgerRow
          mark={
            <Mark
              shape="ring"
              amount={0.6}
              color="var(--blue)"
              label="Drink water"
              onToggle={() => undefined}
            />
          }
          title="Drink water"
          note="1.2 of 2 l"
          action={<RowAction>+ 0.25</RowAction>}
        />
        <LedgerRow
          mark={
            <Mark
              shape="round"
              state={flip(cello)}
              color="#6d4667"
              label="Practise the cello"
              onToggle={() => setCello(!cello)}
            />
          }
          title="Practise the cello"
          note="2 of 3 this week · can wait until Sunday"
          state={cello ? 'done' : 'open'}
          menu={{ label: 'More for Practise the cello', items: rowMenu }}
        />
      </LedgerList>
      <LedgerList title="Without times" timeless>
        <LedgerRow
          mark={<Mark shape="round" state="skipped" label="Skipped" onToggle={() => undefined} />}
          title="Skipped"
          note="Neither counts nor breaks"
        />
        <LedgerRow
          mark={<Mark shape="round" state="missed" label="Missed" onToggle={() => undefined} />}
          title="Missed"
          note="An explicit no"
        />
        <LedgerRow
          mark={
            <Mark
              shape="square"
              state="done"
              color="#f2c14e"
              label="Light colour"
              onToggle={() => undefined}
            />
          }
          title="Light theme colour"
          state="done"
        />
        <LedgerRow
          mark={
            <Mark
              shape="ring"
              state="done"
              color="var(--moss)"
              label="Full ring"
              onToggle={() => undefined}
            />
          }
          title="A full ring"
          state="done"
        />
        <LedgerRow
          mark={<Mark shape="round" label="Disabled" disabled onToggle={() => undefined} />}
          title="Disabled"
        />
      </LedgerList>
    </>
  )
}

export function StatusSection() {
  return (
    <>
      <Section title="Status">
        <Line>
          <Pill>Neutral</Pill>
          <Pill tone="ok" icon="check">
            Fresh
          </Pill>
          <Pill tone="warn" icon="warning">
            Caution
          </Pill>
          <Pill tone="bad" icon="alert">
            Expired
          </Pill>
          <Pill tone="accent">Now</Pill>
          <Kbd>Q</Kbd>
        </Line>
        <Notice title="Six habits were read" action={<Button>Undo the import</Button>}>
          Importing the same file again adds nothing.
        </Notice>
        <Notice tone="ok" title="Everything has been sent" />
        <Notice tone="warn" title="Two names occur twice">
          They are kept apart by their place in the list.
        </Notice>
        <Notice tone="bad" title="The file could not be read">
          It is not a backup of Loop Habit Tracker.
        </Notice>
        <ProgressBar label="Empty" value={0} max={4} before="0 of 4" />
        <ProgressBar label="Full" value={4} max={4} before="4 of 4" />
        <Skeleton className="h-5 w-40" />
      </Section>
      <LedgerSkeleton label="Reading your day" rows={2} />
      <EmptyState
        title="Nothing comes round yet"
        action={
          <Button variant="primary" icon="plus">
            New habit
          </Button>
        }
      >
        Habits are what you want to do again and again: daily, on certain days, or three times a week.
      </EmptyState>
    </>
  )
}
