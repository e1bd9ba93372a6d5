/** Every screen of freshness: accessible, large enough to press and within the window, in both widths and themes. */
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectTouchable, watchPolicy } from './axe'

/** What a page of the same origin would send. */
const headers = { 'sec-fetch-site': 'same-origin' }

async function post(api: APIRequestContext, path: string, data: object) {
  const response = await api.post(`/api/v1${path}`, { headers, data })
  expect(response.ok(), await response.text()).toBe(true)
  return response.json()
}

/** A person with goods of every kind and status; answers the id of one on the shelf. */
async function stockUp(api: APIRequestContext): Promise<string> {
  const email = `alice-${Date.now()}-${Math.random().toString(36).slice(2)}@example.org`
  await post(api, '/auth/register', { email, password: 'quiet orchard lantern 9' })
  const { data } = await (await api.get('/api/v1/products')).json()
  const { today } = await (await api.get('/api/v1/shop')).json()
  const day = (by: number) => new Date(Date.parse(today) + by * 86_400_000).toISOString().slice(0, 10)
  const ids: string[] = []
  for (const [at, by] of [0, -3, -9, 4, -1].entries()) {
    const { id } = await post(api, '/batches', {
      ...{
        product_id: data[at % data.length].id,
        arrival_date: day(by),
        lot: 'L-7',
        note: 'From the cold room',
      },
      ...{ quantity: 4.5, unit: 'kg' },
    })
    ids.push(id)
  }
  await post(api, `/batches/${ids[4]}/recalled`, { reason: 'Metal splinters' })
  const [first = ''] = ids
  return first
}

const looks = [
  ['light', 1280],
  ['dark', 390],
] as const

async function expectFits(page: Page) {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(over, `${page.url()} is wider than the window`).toBeLessThanOrEqual(0)
}

async function expectGood(page: Page) {
  await expectAccessible(page)
  await expectTouchable(page)
  await expectFits(page)
}

/** What is opened, and what is there once it is. */
type Screen = [path: string, open: (page: Page) => Promise<void>]

const shows = (name: string | RegExp) => (page: Page) => page.getByText(name).first().waitFor()

const presses = (button: string, title: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name: button }).first().click()
  await page.getByRole('dialog', { name: title }).waitFor()
}

const asTable = async (page: Page) => {
  await page.getByRole('button', { name: 'More about batches' }).click()
  await page.getByRole('menuitem', { name: 'Show as table' }).click()
  await page.getByRole('table').first().waitFor()
}

const atTheShelf = (id: string): Screen[] => [
  ['/freshness', (page) => page.locator('[data-batch]').first().waitFor()],
  [
    '/freshness?edit=new',
    (page) => page.getByRole('dialog', { name: 'New batch' }).getByLabel('Lot').waitFor(),
  ],
  [`/freshness/${id}`, shows('Registered')],
  [`/freshness/${id}`, presses('Show the code large', /./)],
  ['/freshness/labels', shows('First free label')],
  ['/freshness', asTable],
]

const aroundIt = (): Screen[] => [
  ['/freshness/products', shows('Chicken')],
  ['/freshness/products', presses('New product', 'New product')],
  ['/freshness/products', presses('Published limits of other goods', 'Published limits')],
  ['/freshness/recall?lot=L-7', (page) => page.getByRole('table').waitFor()],
  ['/freshness/turnover', shows('By product')],
  ['/freshness/shop', shows('Where codes lead')],
  ['/freshness/import', shows('What the first line names')],
]

for (const [colorScheme, width] of looks)
  for (const [name, screensOf] of Object.entries({ 'at the shelf': atTheShelf, 'around it': aroundIt }))
    test(`every screen ${name} is accessible, ${colorScheme} and ${width} wide`, async ({ page }) => {
      const refused = watchPolicy(page)
      const id = await stockUp(page.request)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 844 })
      for (const [path, open] of screensOf(id)) {
        await page.goto(path)
        await open(page)
        await expectGood(page)
      }
      expect(refused).toEqual([])
    })
