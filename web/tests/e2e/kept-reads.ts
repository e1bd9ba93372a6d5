/** What the app keeps of what it has read, for opening offline; it is written about a second after the reading. */
import type { Page } from '@playwright/test'

export const keptReads = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('almanac-cache')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('queries').objectStore('queries').get('queries')
          reading.onsuccess = () => {
            // An open connection would hold up whoever removes the database.
            opening.result.close()
            resolve(String(reading.result))
          }
        }
      }),
  )
