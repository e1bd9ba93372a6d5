/** The frame of the pages beside the batches: headline, the pages of freshness, and what is shown. */
import type { ReactNode } from 'react'
import { DayHeadline, Page } from '@/ui'
import { AreaNav } from './area-nav'
import './problems'

interface FrameProps {
  title: string
  meta?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

export function AreaPage({ title, meta, actions, children }: FrameProps) {
  return (
    <Page title={title}>
      <DayHeadline title={title} meta={meta} actions={actions} />
      <AreaNav />
      {children}
    </Page>
  )
}
