import { createFileRoute } from '@tanstack/react-router'
import { BatchPage } from '@/features/freshness'
import { allMessages } from '@/lib/i18n'

export const Route = createFileRoute('/freshness/$batchId')({ loader: allMessages, component: Batch })

function Batch() {
  const { batchId } = Route.useParams()
  return <BatchPage key={batchId} id={batchId} />
}
