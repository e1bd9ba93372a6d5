/** The first page for who is not signed in: what Almanac is, in a few lines. */
import { Trans, useLingui } from '@lingui/react/macro'
import { DayHeadline, LedgerList, LedgerRow, Mark, Page } from '@/ui'

export function LandingPage() {
  const { t } = useLingui()
  return (
    <Page bare title={t`One page for what comes round again`}>
      <DayHeadline
        title={t`One page for what comes round again`}
        meta={t`On your own machine, in your own keeping`}
      />
      <p className="mt-5 max-w-[36rem] text-[1.0625rem] leading-relaxed">
        <Trans>
          Almanac puts the day in order: what is due, what can wait, and what has been kept up for weeks. You
          tick; it remembers.
        </Trans>
      </p>
      <LedgerList timeless title={t`A day in it`} label={t`Example of a day`}>
        <LedgerRow
          mark={<Mark shape="round" state="done" color="var(--moss)" />}
          state="done"
          title={t`Stretch ten minutes`}
          note={t`Every day · 41 in a row`}
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
      </LedgerList>
    </Page>
  )
}
