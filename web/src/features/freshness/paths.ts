/** Where the screens of freshness are. */
export const toList = { to: '/freshness' } as const
export const toLabels = (ids: readonly string[]) =>
  ({ to: '/freshness/labels', search: { ids: ids.join(',') } }) as const
export const toBatch = (id: string) => ({ to: '/freshness/$batchId', params: { batchId: id } }) as const
export const toImport = { to: '/freshness/import' } as const
export const toNewBatch = { to: '/freshness', search: { edit: 'new' } } as const
export const toRecall = (lot: string) => ({ to: '/freshness/recall', search: { lot } }) as const
