/** Files to download; the server names them. */

function download(path: string, query: Record<string, string | undefined>) {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  const link = document.createElement('a')
  link.href = `${path}?${new URLSearchParams(given)}`
  link.download = ''
  link.click()
}

/** The batches that a list shows, all of them. */
export const downloadBatches = (query: Record<string, string | undefined>) =>
  download('/api/v1/batches/export.csv', query)

/** What is recalled, of a lot, a product, some arrivals. */
export const downloadRecall = (query: Record<string, string | undefined>) =>
  download('/api/v1/batches/recall.csv', query)

/** The same on paper, with whose goods they are. */
export const downloadRecallPages = (query: Record<string, string | undefined>) =>
  download('/api/v1/batches/recall.pdf', query)

/** What became of the goods, by product and by days, weeks or months. */
export const downloadTurnover = (query: { from: string; to: string; by: string }) =>
  download('/api/v1/batches/turnover.csv', query)
