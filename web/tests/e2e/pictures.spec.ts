/**
 * The README's pictures: ALMANAC_PICTURES=1 renews them in docs/screenshots, from the demo account of the server at
 * BASE_URL (`almanac demo --password-stdin`), whose password is ALMANAC_DEMO_PASSWORD.
 */
import { expect, type Page, test } from '@playwright/test'

const MOST_BYTES = 250_000
/** What a page of Almanac itself would send. */
const headers = { 'sec-fetch-site': 'same-origin' }

const heights = { 390: 844, 1280: 800 } as const

/** The habit with the longest history to show. */
async function habitPath(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/habits?sort=-streak')
  expect(answer.ok(), await answer.text()).toBe(true)
  return `/habits/${(await answer.json()).data[0].id}`
}

/** The page that a label leads to: of goods to be careful with, which has most to say. */
async function labelPath(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/batches?status=caution&state=on_shelf')
  expect(answer.ok(), await answer.text()).toBe(true)
  return `/b/${(await answer.json()).data[0].code}`
}

async function picture(page: Page, path: string, name: string) {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  const { byteLength } = await page.screenshot({ path: `../docs/screenshots/${name}.png` })
  expect(byteLength, name).toBeLessThanOrEqual(MOST_BYTES)
}

for (const theme of ['light', 'dark'] as const)
  for (const width of [390, 1280] as const)
    test.describe(`pictures: ${theme} at ${width} px`, () => {
      test.use({
        colorScheme: theme,
        viewport: { width, height: heights[width] },
        deviceScaleFactor: 1,
        reducedMotion: 'reduce',
      })

      test('every screen is pictured', async ({ page }) => {
        const take = (path: string, name: string) => picture(page, path, `${name}-${theme}-${width}`)
        await take('/', 'landing')
        const data = { email: 'demo@example.org', password: process.env.ALMANAC_DEMO_PASSWORD }
        const signedIn = await page.request.post('/api/v1/auth/login', { data, headers })
        expect(signedIn.ok(), await signedIn.text()).toBe(true)
        const habit = await habitPath(page)
        await take('/', 'today')
        await take('/tasks', 'tasks')
        await take('/themes', 'themes')
        await take('/timetable', 'timetable')
        await take('/freshness', 'freshness')
        await take(await labelPath(page), 'label')
        await take('/habits', 'habits')
        await take(habit, 'habit')
        await take(`${habit}/edit`, 'editor')
        await take('/statistics?range=90d', 'statistics')
        await take('/settings', 'settings')
        await take('/import', 'import')
      })
    })
