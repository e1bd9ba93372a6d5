/** A day in the almanac, drawn with the real primitives, for who has none yet. Nothing in it can be pressed. */
import { useLingui } from '@lingui/react/macro'
import { longDate, weekday } from '@/lib/dates'
import { LedgerList, LedgerRow, Mark, Pill, ProgressBar } from '@/ui'

/** A date of the drawing, not of the visitor: only the server knows theirs. */
const DATE = '2026-11-20'

export function ExampleDay() {
  const { t, i18n } = useLingui()
  const day = weekday(DATE, i18n.locale)
  return (
    <figure
      aria-label={t`An example of a day`}
      className="mt-10 rounded-panel border border-rule bg-leaf px-4.5 pt-5 pb-3 wide:px-7 wide:pt-6"
    >
      <div className="flex items-end gap-4 border-b-2 border-ink pb-3">
        <span className="sr-only">{longDate(DATE, i18n.locale)}</span>
        <span aria-hidden="true" className="figure text-[3.5rem] leading-[0.74] tracking-[-0.02em]">
          20
        </span>
        <span aria-hidden="true" className="min-w-0">
          <span className="figure block text-title leading-tight">{day}</span>
          <span className="block text-small text-ink-2">{t`Week 47 · day 324 of 365 · waxing moon`}</span>
        </span>
      </div>
      <ProgressBar
        label={t`Done in the example`}
        value={2}
        max={5}
        before={t`2 of 5 done`}
        after={t`3 left`}
        className="mt-3"
      />
      <LedgerList timeless label={t`What is due in the example`} className="mt-3!">
        <LedgerRow
          mark={<Mark shape="round" state="done" color="var(--moss)" />}
          state="done"
          title={t`Stretch ten minutes`}
          note={t`Every day · 41 in a row`}
        />
        <LedgerRow
          mark={<Mark shape="round" state="done" color="var(--ochre)" />}
          state="done"
          title={t`Water the lemon tree`}
          note={t`4 days after the last time`}
        />
        <LedgerRow
          mark={<Mark shape="ring" amount={0.6} color="var(--blue)" />}
          title={t`Drink water`}
          note={t`1.2 of 2 l`}
        />
        <LedgerRow
          mark={<Mark shape="round" color="var(--plum)" />}
          title={t`Practise the cello`}
          note={t`2 of 3 this week · can wait until Sunday`}
        />
        <LedgerRow
          mark={<Mark shape="round" color="var(--ink-2)" />}
          title={t`Put the accounts in order`}
          note={t`On the 20th of each month`}
          status={<Pill tone="warn">{t`only today`}</Pill>}
          className="border-b-0!"
        />
      </LedgerList>
    </figure>
  )
}
