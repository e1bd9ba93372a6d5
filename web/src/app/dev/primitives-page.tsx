/** Every primitive in every state, for looking and for the browser tests. Never part of a release; not translated. */
import { lazy, Suspense } from 'react'
import { withMessages } from '@/lib/i18n'
import { DayHeadline, Page } from '@/ui'
import { ActionsSection, OverlaysSection } from './actions'
import { FormsSection } from './forms'
import { MarginNotes } from './margin-notes'
import { LedgerSection, StatusSection } from './reading'

const OrderSection = lazy(() =>
  withMessages(import('./order')).then((file) => ({ default: file.OrderSection })),
)
const LateFormsSection = lazy(() =>
  withMessages(import('./late-forms')).then((file) => ({ default: file.LateFormsSection })),
)

export function PrimitivesPage() {
  return (
    <Page title="Primitives" notes={<MarginNotes />} notesLabel="Margin notes">
      <DayHeadline
        figure="20"
        spoken="Friday, 20 November"
        title="Friday, November"
        meta="Week 47 · day 324 of 365 · waxing gibbous moon"
      />
      <LedgerSection />
      <StatusSection />
      <ActionsSection />
      <FormsSection />
      <OverlaysSection />
      <Suspense fallback={null}>
        <LateFormsSection />
        <OrderSection />
      </Suspense>
    </Page>
  )
}
