/** What the figures say, in sentences. Only what the server found them to carry. */
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Icon } from '@/ui'
import { ThemeMark } from '@/ui/theme-mark'
import { habitOf, type Insight, sentenceOf } from './insight-sentence'
import { Section } from './section'

export function Insights({ insights, days }: { insights: readonly Insight[]; days: number }) {
  const { t } = useLingui()
  if (insights.length === 0) return null
  return (
    <Section title={t`Worth noting`} className="mt-8!">
      <ul>
        {insights.map((insight) => {
          const sentence = sentenceOf(insight, days)
          return (
            <li key={sentence} className="border-b border-rule last:border-0">
              <Row habitId={habitOf(insight)}>{sentence}</Row>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

const look = 'figure flex min-h-11 items-start gap-3 py-2.5 text-head leading-snug'

/** A sentence about a habit leads to it. */
function Row({ habitId, children }: { habitId: string | undefined; children: ReactNode }) {
  const said = (
    <>
      <ThemeMark size={9} className="mt-1.75" color="var(--ink-3)" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </>
  )
  if (!habitId) return <p className={look}>{said}</p>
  return (
    <Link to="/habits/$id" params={{ id: habitId }} className={`${look} hover:underline`}>
      {said}
      <Icon name="next" size={16} className="no-print mt-1 ml-auto text-ink-3" />
    </Link>
  )
}
